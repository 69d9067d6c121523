package io.guidepost.upkeep;

/** There is no review task of that id. */
final class UnknownTaskException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownTaskException() {
        super("No review task has that id.");
    }
}
