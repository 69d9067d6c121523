package io.guidepost.security;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/** Looks up who a bearer token stands for, anew at each request, so that a revoked one is useless at once. */
@Component
class StoredTokenIntrospector implements OpaqueTokenIntrospector {

    private final Tokens tokens;
    private final People people;
    private final Clock clock;

    StoredTokenIntrospector(Tokens tokens, People people, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String text) {
        TokenText sent = TokenText.parse(text).orElseThrow(StoredTokenIntrospector::invalid);
        ApiToken token = tokens.find(sent.id()).filter(found -> sent.matches(found.hash()))
                .filter(found -> found.revoked() == null).orElseThrow(StoredTokenIntrospector::invalid);
        Person person = people.find(token.person()).filter(found -> !found.disabled())
                .orElseThrow(StoredTokenIntrospector::invalid);
        if (!clock.instant().isBefore(token.expires())) {
            throw new TokenExpiredException();
        }
        Set<Permission> permissions = Role.permissions(person.roles()).stream().filter(token.scopes()::contains)
                .collect(Collectors.toUnmodifiableSet());
        return new ActorPrincipal(new Actor(person.id(), person.name(), person.roles(), permissions), token.id(),
                token.scopes());
    }

    private static BadOpaqueTokenException invalid() {
        return new BadOpaqueTokenException("The token is unknown or was revoked, or its owner is disabled.");
    }
}
