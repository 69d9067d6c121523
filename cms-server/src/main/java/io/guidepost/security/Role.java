package io.guidepost.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person is trusted with; each role has all the permissions of the one before. */
public enum Role {

    /** Writes documents. */
    AUTHOR,
    /** Reviews what others wrote, too. */
    EDITOR,
    /** Releases what was approved, too. */
    PUBLISHER,
    /** May do everything. */
    ADMIN;

    /**
     * What people of this role may do.
     *
     * @return an unmodifiable set
     */
    public Set<Permission> permissions() {
        return switch (this) {
            case AUTHOR -> Set.of(Permission.READ, Permission.WRITE);
            case EDITOR -> Set.of(Permission.READ, Permission.WRITE, Permission.REVIEW, Permission.PREVIEW);
            case PUBLISHER -> Set.of(Permission.READ, Permission.WRITE, Permission.REVIEW, Permission.PREVIEW,
                    Permission.RELEASE);
            case ADMIN -> Set.of(Permission.values());
        };
    }

    /**
     * The role as it is written in JSON.
     *
     * @return such as {@code author}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role that is written so in JSON.
     *
     * @param key such as {@code author}
     * @return empty for an unknown key
     */
    public static Optional<Role> ofKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }

    static EnumSet<Permission> permissions(Collection<Role> roles) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> permissions.addAll(role.permissions()));
        return permissions;
    }
}
