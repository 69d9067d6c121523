package io.guidepost.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people known to the server. */
interface People {

    boolean isEmpty();

    /** All of them, by login. */
    List<Person> all();

    Optional<Person> find(PersonId id);

    Optional<Person> byLogin(String login);

    /** Takes a person on, unless somebody has the login: then it throws {@link LoginTakenException}. */
    void add(Person person);

    void rename(PersonId id, String name);

    void grant(PersonId id, Set<Role> roles, boolean disabled);

    void setPasswordHash(PersonId id, String hash);

    /** How many administrators are not disabled. */
    long enabledAdmins();
}
