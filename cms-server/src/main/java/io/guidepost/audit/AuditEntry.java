package io.guidepost.audit;

import io.guidepost.security.PersonId;
import io.guidepost.web.Command;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One command in the audit log. What was sent with it, bodies, passwords, tokens and query strings, is not kept.
 *
 * @param id a UUID of version 7, which begins with the time, so that later entries sort behind earlier ones
 * @param at when it ended, in whole milliseconds
 * @param actor who gave it; null for somebody whose login was refused
 * @param command its name, as in {@link Command}
 * @param target what it was about: the id of a document, the number of a release; null where there is none. Cut to 200
 *     characters, and the secret of a token, should one have come this way, is left out
 * @param from the address of the client; null for a command of the server itself. Cut like the target
 * @param outcome how it ended
 * @param request the id of the HTTP request, as in the answer's {@code Request-Id}; null for a command of the server itself
 */
public record AuditEntry(UUID id, Instant at, @Nullable PersonId actor, String command, @Nullable String target,
        @Nullable String from, Outcome outcome, @Nullable String request) {

    private static final Pattern COMMAND = Pattern.compile(Command.FORM);
    private static final Pattern TOKEN = Pattern.compile("(gp_[0-9a-f]{16}_)\\p{XDigit}+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 200;

    /** Refuses what is no name of a command and an id that tells another time, and leaves out what is not to be kept. */
    public AuditEntry {
        if (!COMMAND.matcher(command).matches()) {
            throw new IllegalArgumentException("Not the name of a command: " + command);
        }
        if (id.version() != 7 || !Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).equals(at)) {
            throw new IllegalArgumentException("The id of an entry begins with its time.");
        }
        target = kept(target);
        from = kept(from);
    }

    private static @Nullable String kept(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = TOKEN.matcher(text).replaceAll("$1…");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
