package io.guidepost.security;

import java.util.List;
import java.util.Optional;

/** Who works here: all that other parts of the server need to know of people. */
public interface Colleagues {

    /** Somebody by their id. */
    Optional<Colleague> find(PersonId id);

    /** Everybody, in the order of their logins. */
    List<Colleague> all();
}
