package io.guidepost.release.plan;

import io.guidepost.web.Problems;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How refusals of this package are answered. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlanProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownPlanException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-planned-release", "There is no such planned release",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedPlanException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "malformed-planned-release",
                "The planned release is malformed", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail illegal(IllegalPlanMoveException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "illegal-move", "The planned release does not allow this",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stale(StalePlanException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-version",
                "The planned release has changed", refusal.getMessage());
        problem.setProperty("version", refusal.current());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unusable(UnusableTimeException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unusable-time",
                "Nothing can be scheduled for this time", refusal.getMessage());
        problem.setProperty("reason", refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!refusal.offsets().isEmpty()) {
            problem.setProperty("offsets", refusal.offsets().stream().map(ZoneOffset::toString).toList());
        }
        return problem;
    }
}
