package io.guidepost.index;

/** The engine takes nothing that is new. */
final class WritesRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WritesRefusedException(String reason) {
        super(reason);
    }
}
