package io.guidepost.webhooks;

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
class WebhookProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownWebhookException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-webhook", "There is no such webhook", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownDeliveryException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-delivery", "There is no such delivery",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooMany(TooManyWebhooksException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "too-many-webhooks", "There are too many webhooks",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail underWay(DeliveryUnderWayException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "delivery-under-way", "The delivery is under way",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stale(StaleWebhookException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-version",
                "The webhook has changed", refusal.getMessage());
        problem.setProperty("version", refusal.current());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidWebhookException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The request is invalid",
                "Some fields of the request are not as they must be.");
        problem.setProperty("problems", List.of(Map.of("pointer", refusal.pointer(), "code", refusal.code(), "message",
                String.valueOf(refusal.getMessage()))));
        return problem;
    }
}
