package io.guidepost.work;

/** The search engine did not answer, or not in time. */
final class SearchUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchUnavailableException(Throwable cause) {
        super("Searching is not available at the moment; try again in a few seconds.", cause);
    }
}
