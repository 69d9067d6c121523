package io.guidepost.transfer;

import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.QuizConflictException;
import io.guidepost.quiz.Quizzes;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.JsonNodeFactory;

/** Imports the definition of the quiz, for those who may change it. */
@Service
public class QuizImport {

    private static final ContentFile FILE = new ContentFile(ContentFile.QUIZ, "Quiz", "quiz",
            JsonNodeFactory.instance.objectNode());

    private final Quizzes quizzes;

    QuizImport(Quizzes quizzes) {
        this.quizzes = quizzes;
    }

    Imported run(Quiz quiz, ImportOptions options, Actor actor) {
        Optional<Quiz> newest = quizzes.latest();
        if (newest.isPresent() && newest.get().equals(quiz)) {
            return Imported.of(FILE, Outcome.UNCHANGED, quiz.version());
        }
        if (!actor.may(Permission.RELEASE) && !actor.may(Permission.ADMINISTER)) {
            return conflict("It is not imported: to change the quiz takes " + Permission.RELEASE.scope() + ".", newest);
        }
        if (newest.isPresent() && !options.update()) {
            return conflict("There is another definition of the quiz, which was left alone.", newest);
        }
        if (newest.isPresent() && quiz.version() <= newest.get().version()) {
            return conflict("Version " + newest.get().version()
                    + " of the quiz is there already, with other content; raise the version.", newest);
        }
        try {
            if (!options.dryRun()) {
                boolean _ = quizzes.store(quiz);
            }
            return Imported.of(FILE, newest.isPresent() ? Outcome.UPDATED : Outcome.CREATED, quiz.version());
        } catch (QuizConflictException refusal) {
            return conflict(String.valueOf(refusal.getMessage()), newest);
        }
    }

    private static Imported conflict(String sentence, Optional<Quiz> newest) {
        return Imported.of(FILE, Outcome.CONFLICT, newest.map(Quiz::version).orElse(null)).because(sentence,
                List.of());
    }
}
