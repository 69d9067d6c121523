package io.guidepost.release;

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
class ReleaseProblems {

    @ExceptionHandler
    ProblemDetail refused(ReleaseRefusedException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "release-refused", "The release cannot be made",
                refusal.getMessage());
        problem.setProperty("problems", refusal.problems());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedReleaseException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "malformed-release", "The release is malformed",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownReleaseException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-release", "There is no such release", refusal.getMessage());
    }
}
