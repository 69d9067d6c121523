package io.guidepost.security;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks: a person through a token, or the server itself. Controllers take one as a parameter.
 *
 * @param id the person, or {@code system.<name>} for the server itself
 * @param name as shown to people
 * @param roles of the person, whatever the token is limited to
 * @param permissions those of the roles that the token carries, too
 */
public record Actor(PersonId id, String name, Set<Role> roles, Set<Permission> permissions) {

    /** Copies the sets. */
    public Actor {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    /**
     * The server itself, with every permission.
     *
     * @param name the part of the server that acts, in lower-case words with hyphens; two names are two actors
     * @return an actor that is no person
     */
    public static Actor system(String name) {
        return new Actor(new PersonId("system." + name), name, EnumSet.of(Role.ADMIN),
                EnumSet.allOf(Permission.class));
    }

    /**
     * Whether this actor has a permission.
     *
     * @param permission the permission
     * @return true if so
     */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /**
     * Refuses an actor who lacks a permission.
     *
     * @param permission what is needed
     * @throws ForbiddenException if the actor has not got it
     */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw refusal(permission);
        }
    }

    /** The refusal of an actor who lacks a permission. */
    ForbiddenException refusal(Permission permission) {
        return new ForbiddenException(permission, Role.permissions(roles).contains(permission));
    }
}
