package io.guidepost.security;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people, each with all that their roles allow, and the parts of the server. */
@Component
class KnownActors implements Actors {

    private static final String SYSTEM = "system.";

    private final People people;

    KnownActors(People people) {
        this.people = people;
    }

    @Override
    public Optional<Actor> find(PersonId id) {
        if (id.value().startsWith(SYSTEM)) {
            return Optional.of(Actor.system(id.value().substring(SYSTEM.length())));
        }
        return people.find(id).filter(person -> !person.disabled()).map(person -> new Actor(person.id(),
                person.name(), person.roles(), Role.permissions(person.roles())));
    }
}
