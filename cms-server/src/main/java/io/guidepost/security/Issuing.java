package io.guidepost.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands out tokens; only their holders ever see the secrets. */
@Component
class Issuing {

    private final Tokens tokens;
    private final Clock clock;

    Issuing(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token just made, with the text that is shown this once. */
    record Issued(ApiToken token, TokenText text) {}

    /**
     * Makes a token and stores it.
     *
     * @param scopes what it is limited to; null for all that the owner's roles allow today
     * @throws InvalidFieldException if a scope is unknown, or is beyond the owner's roles
     */
    Issued issue(Person owner, String name, @Nullable List<String> scopes, Duration life) {
        Issued issued = prepare(owner, name, scopes, life);
        tokens.add(issued.token());
        return issued;
    }

    /** Makes a token that is of no use before it is stored. */
    Issued prepare(Person owner, String name, @Nullable List<String> scopes, Duration life) {
        Set<Permission> held = Role.permissions(owner.roles());
        Set<Permission> granted = scopes == null ? held : granted(scopes, held);
        TokenText text = TokenText.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ApiToken token = new ApiToken(text.id(), text.hash(), owner.id(), name, granted, now, now.plus(life), null);
        return new Issued(token, text);
    }

    private static Set<Permission> granted(List<String> scopes, Set<Permission> held) {
        EnumSet<Permission> granted = EnumSet.noneOf(Permission.class);
        for (int i = 0; i < scopes.size(); i++) {
            String pointer = "/scopes/" + i;
            Permission permission = Permission.ofScope(String.valueOf(scopes.get(i)))
                    .orElseThrow(() -> new InvalidFieldException(pointer, "unknown-scope", "There is no such scope."));
            if (!held.contains(permission)) {
                throw new InvalidFieldException(pointer, "scope-not-held",
                        "The person's roles do not carry " + permission.scope() + ".");
            }
            granted.add(permission);
        }
        return granted;
    }
}
