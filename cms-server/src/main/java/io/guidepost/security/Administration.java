package io.guidepost.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Takes people on, changes what they are trusted with, and sees to it that an administrator is left. */
@Component
class Administration {

    private static final Pattern LOGIN = Pattern.compile("(?!system\\.)[a-z0-9][a-z0-9._-]{1,39}");
    /** What HTML takes for an address, of one domain at least: no quotes, comments or signs that mean something in a header. */
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_PASSWORD = 12;
    /** The most that bcrypt takes into account. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private final People people;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final Clock clock;

    Administration(People people, PasswordEncoder passwords, LoginThrottle throttle, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Whether somebody may have that login. */
    static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    /** Whether nobody can have that password, so that it need not be hashed to be refused. */
    static boolean isTooLong(String password) {
        return password.length() > LONGEST_PASSWORD_BYTES
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES;
    }

    Person find(String id) {
        return people.byLogin(id).orElseThrow(UnknownPersonException::new);
    }

    /** Takes on somebody without an e-mail address. */
    Person add(String login, String name, List<String> roles, @Nullable String password) {
        return add(login, name, null, roles, password);
    }

    /** The login becomes the id, too. */
    Person add(String login, String name, @Nullable String email, List<String> roles, @Nullable String password) {
        if (!isLogin(login)) {
            throw new InvalidFieldException("/login", "malformed",
                    "A login has 2 to 40 lower-case letters, digits, dots, underscores and hyphens, and does not begin"
                            + " with a sign or with \"system.\".");
        }
        Person person = new Person(new PersonId(login), login, name, email(email), roles(roles),
                password == null ? null : hash(password), false, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        people.add(person);
        return person;
    }

    /** Null leaves something as it is; an empty e-mail address takes it away. */
    Person change(String id, @Nullable String name, @Nullable String email, @Nullable List<String> roles,
            @Nullable Boolean disabled) {
        Person person = find(id);
        String address = email(email);
        if (roles != null || disabled != null) {
            grant(person, roles == null ? null : roles(roles), disabled);
        }
        if (name != null) {
            people.rename(person.id(), name);
        }
        if (email != null) {
            people.setEmail(person.id(), address);
        }
        return find(id);
    }

    /**
     * Sets a password. Whoever is no administrator must know the one before, so that a stolen token of few scopes cannot
     * be turned into one of all.
     */
    void setPassword(Actor actor, String id, String password, @Nullable String current) {
        if (!actor.may(Permission.ADMINISTER)) {
            if (!actor.id().value().equals(id)) {
                actor.require(Permission.ADMINISTER);
            }
            verify(find(id), current);
        }
        people.setPasswordHash(find(id).id(), hash(password));
    }

    private void verify(Person person, @Nullable String current) {
        throttle.attempt(person.login());
        if (current == null || person.passwordHash() == null || isTooLong(current)
                || !passwords.matches(current, person.passwordHash())) {
            throw new InvalidFieldException("/current", "wrong-password",
                    "Give the password you have now; if you have none yet, an administrator sets the first.");
        }
        throttle.succeeded(person.login());
    }

    private void grant(Person seen, @Nullable Set<Role> roles, @Nullable Boolean disabled) {
        boolean endsAdmin = (roles != null && !roles.contains(Role.ADMIN)) || Boolean.TRUE.equals(disabled);
        if (endsAdmin && seen.isEnabledAdmin() && people.enabledAdmins() <= 1) {
            throw new LastAdminException();
        }
        Person before = people.grant(seen.id(), roles, disabled);
        // Two administrators may remove each other at once: each looks again, and takes back what went too far.
        if (endsAdmin && before.isEnabledAdmin() && people.enabledAdmins() == 0) {
            people.grant(seen.id(), before.roles(), before.disabled());
            throw new LastAdminException();
        }
    }

    private String hash(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new InvalidFieldException("/password", "too-short",
                    "A password has at least " + SHORTEST_PASSWORD + " characters.");
        }
        if (isTooLong(password)) {
            throw new InvalidFieldException("/password", "too-long",
                    "A password has at most " + LONGEST_PASSWORD_BYTES + " bytes in UTF-8.");
        }
        return Objects.requireNonNull(passwords.encode(password));
    }

    private static @Nullable String email(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return null;
        }
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw new InvalidFieldException("/email", "malformed",
                    "An e-mail address is written as name@example.org, in 254 characters at most.");
        }
        return address;
    }

    private static Set<Role> roles(Collection<String> keys) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String key : keys) {
            roles.add(Role.ofKey(String.valueOf(key)).orElseThrow(() -> new InvalidFieldException("/roles",
                    "unknown-role", "The roles are author, editor, publisher and admin.")));
        }
        return roles;
    }
}
