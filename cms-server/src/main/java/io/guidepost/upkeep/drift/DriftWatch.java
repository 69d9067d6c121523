package io.guidepost.upkeep.drift;

import io.guidepost.background.RecurringWork;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at the figures of the live site after each snapshot and each release. Every node does; one goes on at a time, and if it dies, another
 * does so after a while. It never looks at an older site or older statistics than were looked at before.
 */
@Component
class DriftWatch extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
    /** Far longer than it takes to look at all documents. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final LiveSites sites;
    private final Snapshots snapshots;
    private final DriftTasks tasks;
    private final DriftProgress progress;
    private final Clock clock;
    private Reached done = new Reached(0, 0);
    private boolean failing;

    DriftWatch(LiveSites sites, Snapshots snapshots, DriftTasks tasks, DriftProgress progress,
            DriftProperties properties, Clock clock) {
        super("figure-drift", properties.driftPoll(), properties.driftPoll());
        this.sites = sites;
        this.snapshots = snapshots;
        this.tasks = tasks;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    protected void turn() {
        try {
            look();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing && !isStopping()) {
                LOG.warn("It cannot be seen how figures have moved; trying again", failure);
            }
            failing = true;
        }
    }

    private void look() {
        LiveSite site = sites.latest();
        Snapshot newest = snapshots.latest();
        Reached here = new Reached(site.release(), newest.number());
        if (here.snapshot() == 0 || done.covers(here)) {
            return;
        }
        Reached reached = progress.reached();
        if (reached.covers(here)) {
            done = reached;
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<String> claim = progress.claim(here, now, now.plus(LEASE));
        if (claim.isPresent()) {
            tasks.follow(site, newest);
            progress.conclude(claim.get(), here);
            done = here;
        }
    }
}
