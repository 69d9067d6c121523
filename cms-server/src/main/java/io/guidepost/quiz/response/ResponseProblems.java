package io.guidepost.quiz.response;

import io.guidepost.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in problem details why a response was refused. */
@RestControllerAdvice
@Order(0)
class ResponseProblems {

    @ExceptionHandler
    ProblemDetail invalid(InvalidResponseException refusal) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-response",
                "The response does not fit the quiz", refusal);
        problem.setProperty("problems", refusal.problems());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownResponseException refusal) {
        return problem(HttpStatus.NOT_FOUND, "unknown-response", "There is no such response", refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyResponsesException refusal) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.waiting().toSeconds() + 1))
                .body(problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-responses", "Too many responses", refusal));
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, RuntimeException refusal) {
        return Problems.of(status, code, title, String.valueOf(refusal.getMessage()));
    }
}
