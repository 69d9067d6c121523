package io.guidepost.security;

import io.guidepost.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that the filter chains stop with problem details and the challenge that HTTP asks for. */
@Component
class Refusals {

    private static final String BEARER = "Bearer realm=\"guidepost\"";
    private static final String BASIC = "Basic realm=\"guidepost\", charset=\"UTF-8\"";

    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    void bearer(HttpServletResponse response, AuthenticationException refusal) throws IOException {
        if (refusal.getCause() instanceof TokenExpiredException) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                    BEARER + ", error=\"invalid_token\", error_description=\"The token has expired\"");
            write(response, Problems.of(HttpStatus.UNAUTHORIZED, "token-expired", "The token has expired",
                    "The token has expired; issue a new one."));
        } else if (refusal instanceof OAuth2AuthenticationException) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"invalid_token\"");
            write(response, Problems.of(HttpStatus.UNAUTHORIZED, "invalid-token", "The token is not valid",
                    "The token is malformed, unknown or revoked, or its owner is disabled."));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
            write(response, Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "A token is needed",
                    "Send a token as Authorization: Bearer gp_…"));
        }
    }

    void basic(HttpServletResponse response, AuthenticationException refusal) throws IOException {
        if (refusal instanceof TooManyAttemptsException throttled) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(throttled.retryAfterSeconds()));
            write(response, Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Too many wrong passwords",
                    throttled.getMessage()));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
            write(response, Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Login and password are needed",
                    "Send your login and your password by HTTP Basic authentication; those sent, if any, are wrong."));
        }
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"insufficient_scope\"");
        write(response, Problems.of(HttpStatus.FORBIDDEN, "forbidden", "This is not allowed",
                PublicKey.isSentWith(request)
                        ? "A token whose only scope is responses:write may POST to " + PublicKey.OPENS
                                + " and nothing else."
                        : "Your roles, or the scopes of your token, do not allow this."));
    }

    void notFound(HttpServletResponse response) throws IOException {
        write(response, Problems.of(HttpStatus.NOT_FOUND, "not-found", "Nothing is here", "There is nothing here."));
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
