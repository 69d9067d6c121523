package io.guidepost.editorial;

/** Somebody who approves what they wrote. */
public final class SelfApprovalException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SelfApprovalException() {
        super("You have written a part of this content yourself; somebody else must review it.");
    }
}
