package io.guidepost.related;

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
class RelatedProblems {

    @ExceptionHandler
    ProblemDetail notLive(NoLiveGuideException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "no-live-guide", "There is no such live guide", refusal.getMessage());
    }
}
