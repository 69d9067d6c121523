package io.guidepost.index;

import io.guidepost.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How refusals of this package are answered. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IndexProblems {

    private static final String SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(SearchUnavailableException refusal) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "search-unavailable",
                        "Searching is not available", refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownIndexException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-index", "There is no such index", refusal.getMessage());
    }
}
