package io.guidepost.security;

/** Somebody tried what they may not do. */
public final class ForbiddenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Permission permission;

    ForbiddenException(Permission permission, boolean limitedByToken) {
        super(limitedByToken
                ? "This token lacks the scope " + permission.scope() + "; you may issue one that has it."
                : "None of your roles carries " + permission.scope() + ".");
        this.permission = permission;
    }

    /**
     * What was lacking.
     *
     * @return the permission
     */
    public Permission permission() {
        return permission;
    }
}
