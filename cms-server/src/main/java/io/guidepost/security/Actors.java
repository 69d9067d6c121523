package io.guidepost.security;

import java.util.Optional;

/** Whoever may act while no request of theirs is there, as when something is due that they have ordered. */
public interface Actors {

    /**
     * An actor with the permissions that the person has now.
     *
     * @param id a person, or a part of the server
     * @return empty: there is no such person, or they are disabled
     */
    Optional<Actor> find(PersonId id);
}
