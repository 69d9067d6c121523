package io.guidepost.security;

import java.util.Optional;

/** What somebody may do; a token is limited to some of them by scopes of the same meaning. */
public enum Permission {

    /** Read working copies, releases and everything else under the admin API. */
    READ("documents:read"),
    /** Create and change working copies. */
    WRITE("documents:write"),
    /** Approve and send back what others wrote. */
    REVIEW("documents:review"),
    /** Release and withdraw documents. */
    RELEASE("releases:write"),
    /** Bring in quiz responses one at a time, as a public page does for its visitors. */
    INGEST("responses:write"),
    /** Bring in quiz responses in bulk, correct and erase them, and take snapshots of the statistics. */
    STATISTICS("statistics:write"),
    /** See working copies as the site would show them. */
    PREVIEW("preview:read"),
    /** Manage people and their tokens. */
    ADMINISTER("people:write");

    private static final String AUTHORITY = "SCOPE_";

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    /**
     * The scope of a token that carries this permission.
     *
     * @return such as {@code documents:read}
     */
    public String scope() {
        return scope;
    }

    /** What the filter chains know it by. */
    String authority() {
        return AUTHORITY + scope;
    }

    static Optional<Permission> ofAuthority(String authority) {
        return authority.startsWith(AUTHORITY) ? ofScope(authority.substring(AUTHORITY.length())) : Optional.empty();
    }

    /**
     * The permission that a scope stands for.
     *
     * @param scope such as {@code documents:read}
     * @return empty for an unknown scope
     */
    public static Optional<Permission> ofScope(String scope) {
        for (Permission permission : values()) {
            if (permission.scope.equals(scope)) {
                return Optional.of(permission);
            }
        }
        return Optional.empty();
    }
}
