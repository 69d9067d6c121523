package io.guidepost.web;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * The problem that a request was answered with, for whoever looks back at the request afterwards.
 *
 * @param status the HTTP status
 * @param code what went wrong, as in the problem's type: {@code stale-version}
 */
public record AnsweredProblem(int status, String code) {

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

    void keepWith(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
