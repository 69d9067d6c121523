package io.guidepost.upkeep;

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
class UpkeepProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownTaskException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-task", "There is no such task", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail closed(ClosedTaskException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "closed-task", "The task is closed", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail noLink(NoLinkException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-link", "There is no link to check",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unchecked(UncheckedLinkException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unchecked-link", "The link has not been checked",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail off(LinkChecksOffException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "link-checks-off", "Links are not checked", refusal.getMessage());
    }
}
