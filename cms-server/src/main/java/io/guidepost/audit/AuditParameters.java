package io.guidepost.audit;

import io.guidepost.security.PersonId;
import io.guidepost.web.Command;
import io.guidepost.web.MalformedQueryException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the audit log is asked for; whatever means nothing is refused with a {@link MalformedQueryException}. */
final class AuditParameters {

    private static final Pattern COMMANDS = Pattern.compile(Command.FORM + "|([a-z][a-z0-9-]*\\.)+");
    private static final List<String> OUTCOMES = List.of("succeeded", "refused", "failed");

    private AuditParameters() {}

    static AuditFilter filter(@Nullable String actor, @Nullable String command, @Nullable String target,
            @Nullable String outcome, @Nullable String since, @Nullable String until) {
        if (command != null && !COMMANDS.matcher(command).matches()) {
            throw new MalformedQueryException("“command” must be the name of a command, such as documents.submit,"
                    + " or the beginning of some with its dot, such as “documents.”.");
        }
        if (target != null && (target.isBlank() || target.indexOf('\0') >= 0)) {
            throw new MalformedQueryException("“target” must be the id or number of something.");
        }
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            throw new MalformedQueryException("“outcome” must be one of succeeded, refused and failed.");
        }
        Instant from = instant("since", since);
        Instant to = instant("until", until);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new MalformedQueryException("“since” must lie before “until”.");
        }
        return new AuditFilter(actor == null ? null : person(actor), command, target, outcome, from, to);
    }

    static @Nullable UUID after(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedQueryException("“after” must be the “next” of the page before.");
        }
    }

    private static PersonId person(String actor) {
        try {
            return new PersonId(actor);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedQueryException(
                    "“actor” must be the id of a person, or system.<name> for the server.");
        }
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new MalformedQueryException("“%s” must be an instant, such as 2026-03-01T12:00:00Z."
                    .formatted(name));
        }
    }
}
