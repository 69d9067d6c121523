package io.guidepost.transfer;

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
class TransferProblems {

    @ExceptionHandler
    ProblemDetail malformed(MalformedArchiveException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "malformed-archive", "The archive cannot be imported",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedTransferException refusal) {
        return Problems.of(HttpStatus.BAD_REQUEST, "malformed-query", "The query is malformed", refusal.getMessage());
    }

    @ExceptionHandler
    static ProblemDetail tooMany(TooManyToPublishException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-to-publish",
                "There are too many documents for one release", refusal.getMessage());
    }
}
