package io.guidepost.security;

import java.util.Set;

/**
 * Somebody who works with the admin API, as others may know them.
 *
 * @param id who
 * @param name as shown to people
 * @param roles what they are trusted with
 * @param disabled whether they are locked out
 */
public record Colleague(PersonId id, String name, Set<Role> roles, boolean disabled) {

    /** Copies the roles. */
    public Colleague {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether this person could do something, with a token that allows it.
     *
     * @param permission what
     */
    public boolean may(Permission permission) {
        return !disabled && Role.permissions(roles).contains(permission);
    }
}
