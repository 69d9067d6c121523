package io.guidepost.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as it is sent; what it has not got is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(String id, Instant at, @Nullable String actor, String command, @Nullable String target,
        @Nullable String from, String outcome, @Nullable Integer status, @Nullable String code,
        @Nullable String request) {

    static EntryView of(AuditEntry entry) {
        PersonId actor = entry.actor();
        Outcome.Refused refused = entry.outcome() instanceof Outcome.Refused refusal ? refusal : null;
        return new EntryView(entry.id().toString(), entry.at(), actor == null ? null : actor.value(), entry.command(),
                entry.target(), entry.from(), entry.outcome().word(), refused == null ? null : refused.status(),
                refused == null ? null : refused.code(), entry.request());
    }
}
