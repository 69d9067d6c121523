package io.guidepost.security;

import io.guidepost.web.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers refusals of this package; {@link ForbiddenException} may come from any controller. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(ForbiddenException refusal) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .header(HttpHeaders.WWW_AUTHENTICATE, Refusals.challenge(refusal)).body(Refusals.problem(refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> throttled(TooManyAttemptsException refusal) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()))
                .body(Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Too many wrong passwords",
                        refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidFieldException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The request is invalid",
                "Some fields of the request are not as they must be.");
        problem.setProperty("problems", List.of(Map.of("pointer", refusal.pointer(), "code", refusal.code(), "message",
                String.valueOf(refusal.getMessage()))));
        return problem;
    }

    @ExceptionHandler({UnknownPersonException.class, UnknownTokenException.class})
    ProblemDetail unknown(RuntimeException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", "Nothing is here", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail taken(LoginTakenException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "login-taken", "The login is taken", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail last(LastAdminException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "last-admin", "An administrator must be left", refusal.getMessage());
    }
}
