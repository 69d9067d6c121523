package io.guidepost.related;

/** The search engine did not answer, or not in time. */
final class SearchUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchUnavailableException(Throwable cause) {
        super("The search engine is not available", cause);
    }
}
