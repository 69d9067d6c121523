package io.guidepost.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People as the API takes and shows them; passwords are checked elsewhere, where no message repeats them. */
final class PersonViews {

    private PersonViews() {}

    /** Somebody to take on. */
    record NewPerson(@NotBlank String login, @NotBlank @Size(max = 100) String name, @Nullable String email,
            @NotEmpty List<String> roles, @Nullable String password) {

        @Override
        public String toString() {
            return "NewPerson[" + login + "]";
        }
    }

    /** What to change; what is absent stays. An empty e-mail address takes it away. */
    record PersonChange(@Nullable @Size(min = 1, max = 100) String name, @Nullable String email,
            @Nullable @Size(min = 1) List<String> roles, @Nullable Boolean disabled) {

        @Override
        public String toString() {
            return "PersonChange[]";
        }
    }

    /** A new password; {@code current} is the one before, needed by all but administrators. */
    record PasswordChange(@NotNull String password, @Nullable String current) {

        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    /** A person, without the password's hash. */
    record PersonView(String id, String login, String name, @Nullable String email, List<String> roles,
            boolean hasPassword, boolean disabled, Instant created) {

        static PersonView of(Person person) {
            return new PersonView(person.id().value(), person.login(), person.name(), person.email(),
                    keys(person.roles()),
                    person.passwordHash() != null, person.disabled(), person.created());
        }
    }

    /** Who asks, and what they may do with this token. */
    record Me(String id, String name, @Nullable String email, List<String> roles, List<String> scopes) {

        static Me of(Actor actor, @Nullable String email) {
            return new Me(actor.id().value(), actor.name(), email, keys(actor.roles()),
                    ActorPrincipal.scopes(actor.permissions()));
        }
    }

    private static List<String> keys(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::key).toList();
    }
}
