package io.guidepost.delivery.export;

/** As many exports are under way as may be at a time. */
final class TooManyExportsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyExportsException(int most) {
        super(most + " exports of changes are under way, as many as may be at a time. Try again later.");
    }
}
