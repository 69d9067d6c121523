package io.guidepost.upkeep;

/** The link of a source has not been looked at yet. */
final class UncheckedLinkException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UncheckedLinkException() {
        super("The link of this source has not been checked yet, nor is it noted that it will be.");
    }
}
