package io.guidepost.figures;

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
class FiguresProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownGroupException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, refusal.code(), "The quiz has no such group", refusal.getMessage());
    }
}
