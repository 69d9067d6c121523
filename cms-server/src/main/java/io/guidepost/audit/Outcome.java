package io.guidepost.audit;

/** How a command ended. */
public sealed interface Outcome {

    /** It was done. */
    record Succeeded() implements Outcome {}

    /**
     * It was refused, for a reason on the side of whoever gave it.
     *
     * @param status the HTTP status of the refusal, 400 to 499
     * @param code why, as in the problem's type: {@code stale-version}
     */
    record Refused(int status, String code) implements Outcome {}

    /** It came to an error on the side of the server; what is left of it is for the server's own log to say. */
    record Failed() implements Outcome {}

    /** The outcome in one word: {@code succeeded}, {@code refused} or {@code failed}. */
    default String word() {
        return switch (this) {
            case Succeeded _ -> "succeeded";
            case Refused _ -> "refused";
            case Failed _ -> "failed";
        };
    }
}
