package io.guidepost.web;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.springframework.http.ProblemDetail;

/**
 * The problem that a request was answered with, for whoever looks back at the request afterwards.
 *
 * @param body what was to be said, though the container may have closed the answer to it
 */
public record AnsweredProblem(ProblemDetail body) {

    private static final String ATTRIBUTE = AnsweredProblem.class.getName();

    /**
     * Looks back at a request.
     *
     * @param request one that was handled
     * @return empty if it was not answered with a problem
     */
    public static Optional<AnsweredProblem> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof AnsweredProblem problem
                ? Optional.of(problem)
                : Optional.empty();
    }

    /** The HTTP status. */
    public int status() {
        return body.getStatus();
    }

    /** What went wrong, as in the problem's type: {@code stale-version}. */
    public String code() {
        return Problems.code(body);
    }

    void keepWith(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
