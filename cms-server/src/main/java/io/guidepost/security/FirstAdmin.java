package io.guidepost.security;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Lets the first person in: where there is nobody yet, makes the administrator {@code admin} and prints a token once.
 * The token goes to standard output and never through logging, which may be kept in files. Of several servers that start
 * at once, the one that takes the login prints.
 */
class FirstAdmin implements ApplicationRunner {

    private static final Duration LIFE = Duration.ofDays(7);

    private final People people;
    private final Administration administration;
    private final Issuing issuing;
    private final PrintStream console;

    FirstAdmin(People people, Administration administration, Issuing issuing, PrintStream console) {
        this.people = people;
        this.administration = administration;
        this.issuing = issuing;
        this.console = console;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!people.isEmpty()) {
            return;
        }
        try {
            Person admin = administration.add("admin", "Administrator", List.of(Role.ADMIN.key()), null);
            Issuing.Issued issued = issuing.issue(admin, "first start", null, LIFE);
            console.printf(
                    "%nThe administrator \"admin\" has this token for %d days; it is shown only now:%n%n    %s%n%n"
                            + "Set a password with PUT /api/people/admin/password before it expires.%n%n",
                    LIFE.toDays(),
                    issued.text().text());
        } catch (LoginTakenException anotherServer) {
            return;
        }
    }
}
