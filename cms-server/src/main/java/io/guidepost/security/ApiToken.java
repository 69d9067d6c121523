package io.guidepost.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a token once it was handed out: all but its secret. The hash is of the secret, SHA-256 in hex. */
record ApiToken(String id, String hash, PersonId person, String name, Set<Permission> scopes, Instant created,
        Instant expires, @Nullable Instant revoked) {

    ApiToken {
        scopes = Set.copyOf(scopes);
    }

    boolean isLive(Instant now) {
        return revoked == null && now.isBefore(expires);
    }

    @Override
    public String toString() {
        return "ApiToken[" + id + "]";
    }
}
