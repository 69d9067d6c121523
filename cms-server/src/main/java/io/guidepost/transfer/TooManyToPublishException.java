package io.guidepost.transfer;

import io.guidepost.release.ReleaseRequest;

/** More documents than one release can make live; nothing has changed. */
final class TooManyToPublishException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyToPublishException(int documents) {
        super("An import can publish " + ReleaseRequest.MAX_CHANGES
                + " documents at most, in one release, and this has "
                + documents + "; import them in parts, each after what it refers to.");
    }
}
