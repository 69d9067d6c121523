package io.guidepost.notifications;

import io.guidepost.web.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How refusals of this package are answered. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotificationProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownNotificationException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-notification", "There is no such notification",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownKindException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The request is invalid",
                "Some fields of the request are not as they must be.");
        problem.setProperty("problems", List.of(Map.of("pointer", refusal.pointer(), "code", "unknown-kind", "message",
                String.valueOf(refusal.getMessage()))));
        return problem;
    }
}
