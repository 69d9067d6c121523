package io.guidepost.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people known to the server. */
interface People {

    /** All of them, by login. */
    List<Person> all();

    Optional<Person> find(PersonId id);

    Optional<Person> byLogin(String login);

    /** Takes a person on, unless somebody has the login: then it throws {@link LoginTakenException}. */
    void add(Person person);

    void rename(PersonId id, String name);

    /** Changes where a person gets e-mail; null: nowhere. */
    void setEmail(PersonId id, @Nullable String email);

    /**
     * Changes what a person is trusted with, in one step; null leaves something as it is. Gives back the person as they
     * were directly before.
     */
    Person grant(PersonId id, @Nullable Set<Role> roles, @Nullable Boolean disabled);

    void setPasswordHash(PersonId id, String hash);

    /** How many administrators are not disabled. */
    long enabledAdmins();
}
