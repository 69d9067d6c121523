package io.guidepost.related.embedding;

/** The embedding model cannot be loaded, or fails at a text. */
public final class EmbeddingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * The failure.
     *
     * @param message what could not be done
     * @param cause why
     */
    public EmbeddingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
