package io.guidepost.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.guidepost.security.Actor;
import io.guidepost.security.PersonId;
import io.guidepost.web.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Records how commands ended. Those that come in over HTTP are recorded without anybody's doing; what the server does by
 * itself, a planned release for instance, says so here:
 *
 * {@snippet :
 * audit.succeeded(Actor.system("planner"), "releases.run-planned", "7");
 * }
 *
 * <p>An entry is written after its command. If that fails, the command stays done, its answer stays what it was, and the
 * entry goes to the server's log, as an error. The other way round, an entry first and no command without one, would be no
 * better: whatever the entry says of the outcome would be a guess, a server that stops in between would leave a command on
 * record that nobody carried out, and an error in the answer to a command that was done would have it given again.
 */
@Component
public class Audit {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final AuditLog log;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Audit(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records a command that was done.
     *
     * @param actor who gave it
     * @param command its name, as in {@link io.guidepost.web.Command}
     * @param target what it was about, by its id or number; null if nothing in particular
     * @throws IllegalArgumentException if that is no name of a command
     */
    public void succeeded(Actor actor, String command, @Nullable String target) {
        record(actor.id(), command, target, null, new Outcome.Succeeded(), null);
    }

    /**
     * Records what a command did besides, to something that it does not name itself: in an entry of its own, with the address and the id
     * of the request that the command came in with.
     *
     * @param actor who gave the command
     * @param command its name, as in {@link io.guidepost.web.Command}
     * @param target what else it was about, by its id or number
     * @throws IllegalArgumentException if that is no name of a command
     */
    public void succeededAlong(Actor actor, String command, String target) {
        HttpServletRequest request = RequestContextHolder
                .getRequestAttributes() instanceof ServletRequestAttributes attributes
                        ? attributes.getRequest()
                        : null;
        record(actor.id(), command, target, request == null ? null : request.getRemoteAddr(),
                new Outcome.Succeeded(), request == null ? null : RequestId.of(request));
    }

    /**
     * Records a command that was refused.
     *
     * @param actor who gave it
     * @param command its name, as in {@link io.guidepost.web.Command}
     * @param target what it was about, by its id or number; null if nothing in particular
     * @param status the HTTP status that the same refusal has over HTTP
     * @param code why, as in the type of the problem: {@code release-refused}
     * @throws IllegalArgumentException if that is no name of a command
     */
    public void refused(Actor actor, String command, @Nullable String target, int status, String code) {
        record(actor.id(), command, target, null, new Outcome.Refused(status, code), null);
    }

    /**
     * Records a command that came to an error.
     *
     * @param actor who gave it
     * @param command its name, as in {@link io.guidepost.web.Command}
     * @param target what it was about, by its id or number; null if nothing in particular
     * @throws IllegalArgumentException if that is no name of a command
     */
    public void failed(Actor actor, String command, @Nullable String target) {
        record(actor.id(), command, target, null, new Outcome.Failed(), null);
    }

    void record(@Nullable PersonId actor, String command, @Nullable String target, @Nullable String from,
            Outcome outcome, @Nullable String request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AuditEntry entry = new AuditEntry(ids.construct(now.toEpochMilli()), now, actor, command, target, from,
                outcome, request);
        try {
            log.record(entry);
        } catch (RuntimeException failure) {
            LOG.error("Could not be added to the audit log: {}", entry, failure);
        }
    }
}
