package io.guidepost.quiz;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The quiz definition over HTTP. */
@RestController
@Tag(name = "Quiz", description = "What the quiz asks")
@RequestMapping("/api/quiz")
class QuizController {

    private final Quizzes quizzes;

    QuizController(Quizzes quizzes) {
        this.quizzes = quizzes;
    }

    @GetMapping
    Quiz newest(Actor actor) {
        actor.require(Permission.READ);
        return quizzes.latest()
                .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND, Problems.of(HttpStatus.NOT_FOUND,
                        "no-quiz", "There is no quiz", "There is no quiz yet; store its definition first."), null));
    }

    /** What figures mean is for publishers to decide; bringing in responses gives no say in it. */
    @Command("quiz.store")
    @PutMapping
    @Operation(summary = "Stores the next version of the quiz", description = "It has all keys of the newest one. A question takes one "
            + "answer, or several if it is `multiple`. An answer that is `retired` is no longer offered: it keeps its key and label, counts "
            + "where it was given, and is refused in responses to this version.")
    Quiz store(Actor actor, @RequestBody JsonNode definition) {
        if (!actor.may(Permission.ADMINISTER)) {
            actor.require(Permission.RELEASE);
        }
        quizzes.store(QuizReader.json(definition));
        return quizzes.current();
    }
}
