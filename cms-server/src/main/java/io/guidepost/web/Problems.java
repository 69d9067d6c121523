package io.guidepost.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes problem details (RFC 9457) whose type is {@code urn:guidepost:problem:<code>}, stable for clients to act on. */
public final class Problems {

    private Problems() {}

    /**
     * A problem.
     *
     * @param status the HTTP status
     * @param code what went wrong, in words joined by hyphens
     * @param title the same for every problem of this code
     * @param detail what went wrong this time, in a sentence: the message of a refusal, as a rule
     * @return the problem, open for further properties
     */
    public static ProblemDetail of(HttpStatus status, String code, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:guidepost:problem:" + code));
        problem.setTitle(title);
        return problem;
    }
}
