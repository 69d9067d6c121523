package io.guidepost.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes problem details (RFC 9457) whose type is {@code urn:guidepost:problem:<code>}, stable for clients to act on. */
public final class Problems {

    private static final String TYPE = "urn:guidepost:problem:";

    private Problems() {}

    /** A problem that its status says enough about, which also names its type: {@code not-acceptable}. */
    public static ProblemDetail of(HttpStatus status, @Nullable String detail) {
        return of(status, code(status), status.getReasonPhrase(), detail);
    }

    /** The refusal of a body that is too long, where that is why it could not be read. */
    public static Optional<ProblemDetail> tooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestTooLargeException refusal) {
                return Optional.of(tooLarge(refusal.limit()));
            }
        }
        return Optional.empty();
    }

    static ProblemDetail tooLarge(long limit) {
        return of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large",
                "The body may have " + limit + " bytes at most.");
    }

    /**
     * The code of the problem that a status says enough about.
     *
     * @param status the HTTP status
     * @return its name in words joined by hyphens
     */
    public static String code(HttpStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String code(ProblemDetail problem) {
        return String.valueOf(problem.getType()).replace(TYPE, "");
    }

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
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(title);
        return problem;
    }
}
