package io.guidepost.security;

import io.guidepost.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that the filter chains stop with problem details and the challenge that HTTP asks for. */
@Component
class Refusals {

    private static final String BEARER = "Bearer realm=\"guidepost\"";
    private static final String INSUFFICIENT_SCOPE = BEARER + ", error=\"insufficient_scope\"";
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

    /** Refuses somebody whose token opens something, but not this. */
    void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Optional<ForbiddenException> refusal = PublicKey.isSentWith(request)
                ? Optional.empty()
                : lacking(denied).flatMap(permission -> ActorPrincipal.of(request.getUserPrincipal())
                        .map(principal -> principal.actor().refusal(permission)));
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, refusal.map(Refusals::challenge).orElse(INSUFFICIENT_SCOPE));
        write(response, refusal.map(Refusals::problem).orElseGet(() -> Problems.of(HttpStatus.FORBIDDEN, "forbidden",
                "This is not allowed", PublicKey.isSentWith(request)
                        ? "A token whose only scope is responses:write may POST to " + PublicKey.OPENS
                                + " and nothing else."
                        : "Your roles, or the scopes of your token, do not allow this.")));
    }

    /** What the filter chain has asked for. */
    private static Optional<Permission> lacking(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException lacking
                && lacking.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
                        ? decision.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                                .flatMap(authority -> Permission.ofAuthority(authority).stream()).findFirst()
                        : Optional.empty();
    }

    /** What says that a permission is lacking. */
    static ProblemDetail problem(ForbiddenException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.FORBIDDEN, "forbidden", "This is not allowed",
                refusal.getMessage());
        problem.setProperty("scope", refusal.permission().scope());
        return problem;
    }

    /** What asks for a token with the permission that is lacking. */
    static String challenge(ForbiddenException refusal) {
        return INSUFFICIENT_SCOPE + ", scope=\"" + refusal.permission().scope() + '"';
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
