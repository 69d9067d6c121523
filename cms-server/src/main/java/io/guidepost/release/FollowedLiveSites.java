package io.guidepost.release;

import io.guidepost.background.RecurringWork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Follows the release log. The sites of the newest releases stay in memory; {@linkplain PastSites past ones} are folded from the log
 * when they are asked for. After every step the projection onto the working copies is brought up to date, also for what a crash cut off.
 */
@Component
class FollowedLiveSites extends RecurringWork implements LiveSites {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedLiveSites.class);
    private static final int BATCH = 500;
    private static final int RECENT = 64;

    private final ReleaseLog log;
    private final LiveProjection projection;
    private final ApplicationEventPublisher events;
    private final ReentrantLock following = new ReentrantLock();
    private final ConcurrentNavigableMap<Integer, LiveSite> recent = new ConcurrentSkipListMap<>();
    private final PastSites past;
    private volatile LiveSite latest = LiveSite.EMPTY;
    private LiveSite told = LiveSite.EMPTY;
    private boolean projectionFails;

    FollowedLiveSites(ReleaseLog log, LiveProjection projection, ApplicationEventPublisher events,
            @Value("${guidepost.release.poll:500ms}") Duration poll) {
        super("release-log", poll, poll);
        this.log = log;
        this.past = new PastSites(log);
        this.projection = projection;
        this.events = events;
        readAhead();
    }

    /** Reads the log while the rest of the server is being made, for a long one takes a good part of a start. */
    private void readAhead() {
        // Whoever needs the log waits for this, and reads it again and says so if it could not be read.
        Thread _ = Thread.ofPlatform().daemon().name("release-log-ahead")
                .uncaughtExceptionHandler((thread, failure) -> LOG.debug(
                        "The release log cannot be read ahead", failure))
                .start(this::read);
    }

    @Override
    public LiveSite latest() {
        return latest;
    }

    @Override
    public LiveSite at(int release) {
        LiveSite newest = latest;
        if (release == newest.release()) {
            return newest;
        }
        if (release > newest.release()) {
            newest = follow();
        }
        if (release < 0 || release > newest.release()) {
            throw new UnknownReleaseException(release, newest.release());
        }
        LiveSite known = recent.get(release);
        return known == null ? past.at(release) : known;
    }

    /** Reads what is new in the log, and brings the working copies up to date with it. */
    LiveSite catchUp() {
        following.lock();
        try {
            LiveSite site = follow();
            project(site.release());
            return site;
        } finally {
            following.unlock();
        }
    }

    private LiveSite follow() {
        following.lock();
        try {
            LiveSite site = read();
            if (site != told) {
                told = site;
                events.publishEvent(new SiteReleased(site));
            }
            return site;
        } finally {
            following.unlock();
        }
    }

    private LiveSite read() {
        following.lock();
        try {
            LiveSite site = latest;
            for (List<Release> next = log.after(site.release(), BATCH); !next.isEmpty(); next = log
                    .after(site.release(), BATCH)) {
                for (Release release : next) {
                    site = site.with(release);
                    recent.put(site.release(), site);
                    past.pass(site);
                }
                while (recent.size() > RECENT) {
                    recent.pollFirstEntry();
                }
            }
            latest = site;
            return site;
        } finally {
            following.unlock();
        }
    }

    /** A release is made whether or not the working copies can be told of it at once; the next poll tries again. */
    private void project(int release) {
        try {
            projection.catchUp(release);
            projectionFails = false;
        } catch (RuntimeException failure) {
            if (!projectionFails) {
                LOG.error("What is live cannot be written onto the working copies; trying again", failure);
            }
            projectionFails = true;
        }
    }

    @Override
    protected void turn() {
        try {
            var _ = catchUp().allReferrers();
        } catch (RuntimeException failure) {
            LOG.warn("The release log cannot be read; trying again", failure);
        }
    }

    @Override
    public void start() {
        LiveSite site = catchUp();
        LOG.info("The live site is at release {}, {} documents", site.release(), site.documents().size());
        super.start();
    }

    /** Before the web server, which must not serve a site that has not been read yet. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
