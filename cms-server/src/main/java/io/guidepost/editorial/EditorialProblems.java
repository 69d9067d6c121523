package io.guidepost.editorial;

import io.guidepost.content.UnknownTypeException;
import io.guidepost.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How refusals of this package are answered. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EditorialProblems {

    @ExceptionHandler
    ProblemDetail missing(DocumentNotFoundException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-document", "There is no such document",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail exists(DocumentExistsException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "document-exists", "The id is taken", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedDocumentIdException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "malformed-id", "The id is malformed",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedQueryException refusal) {
        return Problems.of(HttpStatus.BAD_REQUEST, "malformed-query", "The query is malformed", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownTypeException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-type", "There is no such document type",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidContentException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-content",
                "The content is invalid", refusal.getMessage());
        problem.setProperty("problems", refusal.problems());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail illegal(IllegalMoveException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "illegal-move", "The workflow does not allow this",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail selfApproval(SelfApprovalException refusal) {
        return Problems.of(HttpStatus.FORBIDDEN, "self-approval", "Somebody else must review this",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stale(StaleVersionException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-version",
                "The document has changed", refusal.getMessage());
        problem.setProperty("version", refusal.current());
        problem.setProperty("changed", refusal.changed());
        problem.setProperty("conflicting", refusal.conflicting());
        return problem;
    }
}
