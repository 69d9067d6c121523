package io.guidepost.upkeep;

import io.guidepost.background.RecurringWork;
import io.guidepost.outbound.Outbound;
import io.guidepost.upkeep.LinkChecks.Claimed;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks the links of sources when they are due, one request at a time. Every node does; whoever claims a link first makes its next
 * request, and hosts have their pauses from all nodes together. It opens review tasks, and never changes or withdraws anything.
 */
@Component
class LinkCheck extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(LinkCheck.class);
    /** No host's name; the requests to all of them. */
    private static final String ALL = "*";
    private static final int BATCH = 100;
    /** Far longer than a request takes with all that comes before it. */
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final TrackedSources sources;
    private final LinkChecks links;
    private final Pace pace;
    private final Robots robots;
    private final Visit visit;
    private final Outbound outbound;
    private final LinkTasks tasks;
    private final LinkProperties properties;
    private final Clock clock;
    private Instant nextLook = Instant.EPOCH;
    private boolean failing;

    LinkCheck(TrackedSources sources, LinkChecks links, Pace pace, Robots robots, Visit visit, Outbound outbound,
            LinkTasks tasks, LinkProperties properties, Clock clock) {
        super("link-check", properties.poll(), properties.poll());
        this.sources = sources;
        this.links = links;
        this.pace = pace;
        this.robots = robots;
        this.visit = visit;
        this.outbound = outbound;
        this.tasks = tasks;
        this.properties = properties;
        this.clock = clock;
    }

    /** Only where an operator wants it. */
    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    protected void turn() {
        try {
            Instant now = now();
            if (!now.isBefore(nextLook)) {
                sources.look(now);
                pace.forget(now.minus(FORGOTTEN));
                nextLook = now.plus(properties.look());
            }
            int left = BATCH;
            while (left > 0 && !isStopping() && checkNext(now())) {
                left--;
            }
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing && !isStopping()) {
                LOG.warn("The links of sources cannot be checked; trying again", failure);
            }
            failing = true;
        }
    }

    /** Brings the check of one link forward; false: there is nothing to be done at the moment. */
    private boolean checkNext(Instant now) {
        if (pace.next(ALL, now).isAfter(now)) {
            return false;
        }
        Optional<Claimed> claimed = links.claim(now, now.plus(LEASE));
        claimed.ifPresent(link -> check(link, now));
        return claimed.isPresent();
    }

    private void check(Claimed claimed, Instant now) {
        Progress next = claimed.link().next();
        Optional<String> refusal = outbound.refusal(next.url());
        if (refusal.isPresent()) {
            conclude(claimed, Verdict.of(LinkResult.REFUSED, refusal.get()));
            return;
        }
        URI address = URI.create(next.url().replaceFirst("#.*", ""));
        String host = address.getHost().toLowerCase(Locale.ROOT);
        Instant free = pace.next(host, now);
        if (free.isAfter(now)) {
            links.putBack(claimed, next, free);
            return;
        }
        if (!pace.take(ALL, now, properties.step())) {
            links.putBack(claimed, next, pace.next(ALL, now));
        } else if (!pace.take(host, now, properties.timeout().plus(properties.pause()))) {
            links.putBack(claimed, next, pace.next(host, now));
        } else {
            ask(claimed, next, address, host);
        }
    }

    /** The host is ours until it is known what pause it wants. */
    private void ask(Claimed claimed, Progress next, URI address, String host) {
        switch (robots.of(address)) {
            case Robots.Word.Keep(Verdict out) -> {
                pace.leave(host, now().plus(properties.pause()));
                conclude(claimed, out);
            }
            case Robots.Word.Welcome(Duration pause) -> {
                pace.leave(host, now().plus(pause));
                switch (visit.make(next)) {
                    case Visit.Step.Further(Progress further) -> links.putBack(claimed, further, now());
                    case Visit.Step.Concluded(Verdict verdict) -> conclude(claimed, verdict);
                }
            }
        }
    }

    /** The tasks come first: a node that dies in between has another check the link again. */
    private void conclude(Claimed claimed, Verdict found) {
        CheckedLink checked = claimed.link().checked(found, now(), properties);
        if (checked.verdict() != null) {
            tasks.follow(checked, checked.verdict());
        }
        links.conclude(claimed, checked);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
