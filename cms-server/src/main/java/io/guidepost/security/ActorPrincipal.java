package io.guidepost.security;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/** An actor as Spring Security knows it; its authorities are {@code SCOPE_<scope>} of the effective permissions. */
record ActorPrincipal(Actor actor) implements OAuth2AuthenticatedPrincipal {

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("sub", actor.id().value());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return actor.permissions().stream().sorted(Comparator.naturalOrder())
                .map(permission -> new SimpleGrantedAuthority("SCOPE_" + permission.scope())).toList();
    }

    @Override
    public String getName() {
        return actor.id().value();
    }

    static List<String> scopes(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::scope).toList();
    }
}
