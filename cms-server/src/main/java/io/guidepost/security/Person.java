package io.guidepost.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who may use the admin API; without a password they can only be given tokens. */
record Person(PersonId id, String login, String name, @Nullable String email, Set<Role> roles,
        @Nullable String passwordHash, boolean disabled, Instant created) {

    Person {
        roles = Set.copyOf(roles);
    }

    boolean isEnabledAdmin() {
        return !disabled && roles.contains(Role.ADMIN);
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
