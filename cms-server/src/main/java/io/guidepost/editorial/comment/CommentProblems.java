package io.guidepost.editorial.comment;

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
class CommentProblems {

    @ExceptionHandler
    ProblemDetail missing(CommentNotFoundException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-comment", "There is no such comment", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedCommentException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "malformed-comment", "The comment cannot be taken",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownPlaceException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-place", "There is no such place to comment on",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail foreign(ForeignCommentException refusal) {
        return Problems.of(HttpStatus.FORBIDDEN, "foreign-comment", "Somebody else wrote this", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail replied(RepliedCommentException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "replied-comment", "Somebody has replied", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail full(FullThreadException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "full-thread", "The thread is full", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail settled(SettledThreadException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "settled-thread", "The thread is so already", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stale(StaleThreadException refusal) {
        return Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-thread", "The thread has changed",
                refusal.getMessage());
    }
}
