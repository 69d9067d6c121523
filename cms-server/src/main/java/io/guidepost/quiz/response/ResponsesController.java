package io.guidepost.quiz.response;

import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes responses in over HTTP, one at a time or in bulk. Both may be sent again without harm. */
@RestController
@Tag(name = "Responses", description = "Answers of quiz takers, each counted once")
@RequestMapping("/api/responses")
class ResponsesController {

    private final Ingest ingest;
    private final IngestPace pace;

    ResponsesController(Ingest ingest, IngestPace pace) {
        this.ingest = ingest;
        this.pace = pace;
    }

    @Command("responses.ingest")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<IngestReport> one(Actor actor, @RequestBody JsonNode response, HttpServletRequest request) {
        if (!actor.may(Permission.STATISTICS)) {
            actor.require(Permission.INGEST);
            pace.step(actor.id(), request.getRemoteAddr());
        }
        IngestReport report = ingest.one(response);
        return ResponseEntity.status(report.stored() > 0 ? HttpStatus.CREATED : HttpStatus.OK).body(report);
    }

    /** The client broke off, or sent what is no body in HTTP: nothing that went wrong here. */
    @ExceptionHandler
    ProblemDetail unreadable(BrokenOffException failure) {
        ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, "unreadable-body", "The body cannot be read",
                failure.getMessage() + " Those are taken as the report says, and sending all again is safe.");
        problem.setProperty("report", failure.report());
        return problem;
    }

    @Command("responses.ingest-lines")
    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    IngestReport lines(Actor actor, InputStream body) throws IOException {
        actor.require(Permission.STATISTICS);
        return ingest.lines(body);
    }

    /** What became of a correction. */
    record Corrected(String id, boolean changed) {}

    @Command("responses.correct")
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Puts a response in the place of the one of its id", description = "It counts with the next snapshot.")
    Corrected correct(Actor actor, @PathVariable String id, @RequestBody JsonNode response) {
        actor.require(Permission.STATISTICS);
        return new Corrected(id, ingest.correct(id, response));
    }

    @Command("responses.erase")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erases a response", description = "Its id alone stays, so that it does not come back. It ceases to count with the next snapshot, and "
            + "what it said is gone from the storage then.")
    void erase(Actor actor, @PathVariable String id) {
        actor.require(Permission.STATISTICS);
        ingest.erase(id);
    }
}
