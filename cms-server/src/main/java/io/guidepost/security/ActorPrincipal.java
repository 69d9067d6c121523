package io.guidepost.security;

import java.security.Principal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * An actor as Spring Security knows it; its authorities are {@code SCOPE_<scope>} of the effective permissions.
 *
 * @param token the id of the token that was sent; null for a password
 * @param scopes what that token was limited to when it was issued, whatever its owner may do by now
 */
record ActorPrincipal(Actor actor, @Nullable String token, Set<Permission> scopes)
        implements
            OAuth2AuthenticatedPrincipal {

    /** Copies the set. */
    ActorPrincipal {
        scopes = Set.copyOf(scopes);
    }

    /** Whoever was let in, as servlets and Spring Security tell of them; null: nobody was. */
    static Optional<ActorPrincipal> of(@Nullable Principal caller) {
        return caller instanceof Authentication authentication
                && authentication.getPrincipal() instanceof ActorPrincipal principal
                        ? Optional.of(principal)
                        : Optional.empty();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("sub", actor.id().value());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return actor.permissions().stream().sorted(Comparator.naturalOrder())
                .map(permission -> new SimpleGrantedAuthority(permission.authority())).toList();
    }

    @Override
    public String getName() {
        return actor.id().value();
    }

    /**
     * Whether this token may see and revoke another: itself always, its owner's others only if it may do all that the
     * owner may, and anybody's if it may administer.
     */
    boolean manages(ApiToken other) {
        boolean whole = actor.permissions().equals(Role.permissions(actor.roles()));
        return other.id().equals(token) || actor.may(Permission.ADMINISTER)
                || (whole && other.person().equals(actor.id()));
    }

    static List<String> scopes(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::scope).toList();
    }
}
