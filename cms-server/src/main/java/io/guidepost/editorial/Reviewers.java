package io.guidepost.editorial;

import io.guidepost.security.Colleague;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked to review: the people named, or whoever has the role, or, with neither, whoever may review.
 *
 * @param people named ones; empty: nobody by name
 * @param role a role; null: none. Never together with people
 */
public record Reviewers(Set<PersonId> people, @Nullable Role role) {

    /** Whoever may review. */
    public static final Reviewers ANYBODY = new Reviewers(Set.of(), null);

    /** Copies the people, and refuses them together with a role. */
    public Reviewers {
        people = Set.copyOf(people);
        if (!people.isEmpty() && role != null) {
            throw new MalformedReviewersException("Ask people by name or a role, not both.");
        }
    }

    /** Whether somebody is among those who are asked; they must have the permission as well. */
    public boolean includes(PersonId person, Set<Role> roles) {
        if (!people.isEmpty()) {
            return people.contains(person);
        }
        return role == null || roles.contains(role);
    }

    /** Whether somebody is asked and may review. */
    public boolean includes(Colleague colleague) {
        return colleague.may(Permission.REVIEW) && includes(colleague.id(), colleague.roles());
    }
}
