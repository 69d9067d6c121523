package io.guidepost.security;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Lets the first person in: at a start at which no administrator has a password or a token to administer with, prints
 * one for the administrator {@code admin}, whom it makes if there is no administrator at all. So nobody is locked out
 * for good by a start that was cut short, or by a token that expired unused.
 *
 * <p>The token goes to standard output, once, and never through logging. Wherever standard output is kept, as containers
 * keep it, so is the token: replace it by a password, or by another token, and revoke it. Of several servers that start
 * at once, more than one may print a token.
 */
class FirstAdmin implements ApplicationRunner {

    private static final String LOGIN = "admin";
    private static final Duration LIFE = Duration.ofDays(7);

    private final People people;
    private final Administration administration;
    private final Issuing issuing;
    private final Tokens tokens;
    private final Clock clock;
    private final PrintStream console;

    FirstAdmin(People people, Administration administration, Issuing issuing, Tokens tokens, Clock clock,
            PrintStream console) {
        this.people = people;
        this.administration = administration;
        this.issuing = issuing;
        this.tokens = tokens;
        this.clock = clock;
        this.console = console;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<Person> admins = people.all().stream().filter(Person::isEnabledAdmin).toList();
        if (admins.stream().anyMatch(this::hasWayIn)) {
            return;
        }
        Person admin = admins.stream().min(Comparator.comparing(person -> !person.login().equals(LOGIN)))
                .orElseGet(this::makeAdmin);
        Issuing.Issued issued = issuing.prepare(admin, "first start", null, LIFE);
        console.printf(
                "%nThe administrator \"%s\" has this token for %d days; it is shown only now:%n%n    %s%n%n"
                        + "Set a password with PUT /api/people/%1$s/password before it expires. If this output is kept,%n"
                        + "then replace the token: issue another with the password, and revoke this one.%n%n",
                admin.login(),
                LIFE.toDays(),
                issued.text().text());
        // Stored only after it was shown: a token that nobody saw must not count as a way in at the next start.
        tokens.add(issued.token());
    }

    private boolean hasWayIn(Person admin) {
        return admin.passwordHash() != null || tokens.of(admin.id()).stream().anyMatch(
                token -> token.isLive(clock.instant()) && token.scopes().contains(Permission.ADMINISTER));
    }

    private Person makeAdmin() {
        try {
            return administration.add(LOGIN, "Administrator", List.of(Role.ADMIN.key()), null);
        } catch (LoginTakenException anotherServer) {
            return administration.find(LOGIN);
        }
    }
}
