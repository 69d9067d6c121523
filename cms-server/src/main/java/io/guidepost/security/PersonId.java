package io.guidepost.security;

import java.util.regex.Pattern;

/**
 * Names a person for good; the login may be the same or not.
 *
 * @param value letters, digits, dots, underscores and hyphens, 1 to 80 of them, beginning with a letter or digit
 */
public record PersonId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    /** Refuses a malformed value. */
    public PersonId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a person.");
        }
    }

    /** Whether it names a part of the server, as {@link Actor#system} does, and no person. */
    public boolean isServer() {
        return value.startsWith("system.");
    }

    @Override
    public String toString() {
        return value;
    }
}
