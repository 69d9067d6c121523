package io.guidepost.upkeep;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a link after a check.
 *
 * @param result in a word
 * @param status the HTTP status of the last answer; null: there was none
 * @param movedTo where it has moved for good; null: nowhere
 * @param why in a sentence
 */
record Verdict(LinkResult result, @Nullable Integer status, @Nullable String movedTo, String why) {

    private static final int GONE = 410;
    private static final int MISSING = 404;
    private static final int TOO_MANY = 429;

    static Verdict of(LinkResult result, String why) {
        return new Verdict(result, null, null, why);
    }

    /**
     * What an answer tells that redirects nowhere.
     *
     * @param status its status
     * @param movedTo where the link has moved for good; null: nowhere
     */
    static Verdict of(int status, @Nullable String movedTo) {
        if (status >= 200 && status < 300) {
            return movedTo == null
                    ? new Verdict(LinkResult.WORKS, status, null, "It works.")
                    : new Verdict(LinkResult.MOVED, status, movedTo, "It works, and has moved to " + movedTo + ".");
        }
        if (status == MISSING || status == GONE) {
            return new Verdict(LinkResult.BROKEN, status, movedTo,
                    status == GONE ? "The page is gone for good (410)." : "There is no such page (404).");
        }
        if (status >= 500) {
            return new Verdict(LinkResult.FAILING, status, movedTo, "The host answers that it fails (" + status + ").");
        }
        return new Verdict(LinkResult.UNCLEAR, status, movedTo, status == TOO_MANY
                ? "The host answers that it is asked too often (429)."
                : "The host's answer (" + status + ") does not tell whether people find something.");
    }

    /** Whether nobody was found at home. */
    boolean isFailure() {
        return result == LinkResult.FAILING || result == LinkResult.BROKEN;
    }

    /** The same, once it is certain enough. */
    Verdict broken(int failures) {
        return new Verdict(LinkResult.BROKEN, status, movedTo, why + " So it was " + failures + " times in a row.");
    }
}
