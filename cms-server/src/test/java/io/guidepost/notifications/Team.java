package io.guidepost.notifications;

import io.guidepost.security.Actor;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People who write, review and release; Lea has left. */
final class Team implements Colleagues {

    static final Actor ANN = actor("ann", Role.AUTHOR);
    static final Actor EVE = actor("eve", Role.EDITOR);
    static final Actor EDGAR = actor("edgar", Role.EDITOR);
    static final Actor LINUS = actor("linus", Role.PUBLISHER);
    static final Actor LEA = actor("lea", Role.EDITOR);

    private final List<Colleague> people = List.of(colleague(ANN, false), colleague(EDGAR, false),
            colleague(EVE, false), colleague(LEA, true), colleague(LINUS, false));

    @Override
    public Optional<Colleague> find(PersonId id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    @Override
    public List<Colleague> all() {
        return people;
    }

    private static Actor actor(String id, Role role) {
        return new Actor(new PersonId(id), Character.toUpperCase(id.charAt(0)) + id.substring(1), Set.of(role),
                role.permissions());
    }

    /** All but Edgar have an address. */
    private static Colleague colleague(Actor actor, boolean disabled) {
        return new Colleague(actor.id(), actor.name(), actor == EDGAR ? null : actor.id() + "@example.org",
                actor.roles(), disabled);
    }
}
