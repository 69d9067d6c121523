package io.guidepost.security;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that has the scope {@code responses:write} and no other. It may stand in a public page, so whoever sends it is a visitor of that
 * page: it opens one operation, and what is done with it is not its owner's doing.
 */
public final class PublicKey {

    /** Where a POST is all that such a token opens. */
    static final String OPENS = "/api/responses";

    private static final Set<Permission> SCOPES = Set.of(Permission.INGEST);

    private PublicKey() {}

    /**
     * Whether a request came in with such a token.
     *
     * @param request one that the filter chains have let in
     * @return false for one without a token, too
     */
    public static boolean isSentWith(HttpServletRequest request) {
        return is(request.getUserPrincipal());
    }

    static boolean is(@Nullable Principal caller) {
        return ActorPrincipal.of(caller).filter(principal -> principal.scopes().equals(SCOPES)).isPresent();
    }
}
