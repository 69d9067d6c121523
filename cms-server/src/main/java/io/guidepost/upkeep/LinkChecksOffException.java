package io.guidepost.upkeep;

/** Links are not checked on this server. */
final class LinkChecksOffException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LinkChecksOffException() {
        super("Links are not checked on this server; an operator can have them checked with guidepost.upkeep.links.enabled.");
    }
}
