package io.guidepost.index;

/** The search engine did not answer, or not in time, or refused to. */
public final class SearchUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The search engine failed to answer for a reason. */
    public SearchUnavailableException(Throwable cause) {
        super("The search engine is not available.", cause);
    }
}
