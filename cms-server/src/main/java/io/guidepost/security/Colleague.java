package io.guidepost.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with the admin API, as others may know them.
 *
 * @param id who
 * @param name as shown to people
 * @param email where they get e-mail, which is shown to nobody but them and administrators; null: nowhere
 * @param roles what they are trusted with
 * @param disabled whether they are locked out
 */
public record Colleague(PersonId id, String name, @Nullable String email, Set<Role> roles, boolean disabled) {

    /** Copies the roles. */
    public Colleague {
        roles = Set.copyOf(roles);
    }

    /** Somebody without an e-mail address. */
    public Colleague(PersonId id, String name, Set<Role> roles, boolean disabled) {
        this(id, name, null, roles, disabled);
    }

    /**
     * Whether this person could do something, with a token that allows it.
     *
     * @param permission what
     */
    public boolean may(Permission permission) {
        return !disabled && Role.permissions(roles).contains(permission);
    }

    @Override
    public String toString() {
        return "Colleague[" + id + "]";
    }
}
