package io.guidepost.security;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people of the store, without what is nobody else's business. */
@Component
class KnownColleagues implements Colleagues {

    private final People people;

    KnownColleagues(People people) {
        this.people = people;
    }

    @Override
    public Optional<Colleague> find(PersonId id) {
        return people.find(id).map(KnownColleagues::colleague);
    }

    @Override
    public List<Colleague> all() {
        return people.all().stream().map(KnownColleagues::colleague).toList();
    }

    private static Colleague colleague(Person person) {
        return new Colleague(person.id(), person.name(), person.email(), person.roles(), person.disabled());
    }
}
