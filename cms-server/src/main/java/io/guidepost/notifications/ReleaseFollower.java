package io.guidepost.notifications;

import io.guidepost.release.LiveSites;
import io.guidepost.release.Release;
import io.guidepost.release.Releases;
import org.springframework.stereotype.Component;

/**
 * Follows the release log, from where all nodes together have come. A release is done with only after those concerned have been told
 * of it. To be used by one thread.
 */
@Component
class ReleaseFollower {

    private static final int BATCH = 20;
    private static final int UNKNOWN = -1;

    private final Releases releases;
    private final LiveSites sites;
    private final ReleaseNews news;
    private final Notifying notifying;
    private final Progress progress;
    private int done = UNKNOWN;

    ReleaseFollower(Releases releases, LiveSites sites, ReleaseNews news, Notifying notifying, Progress progress) {
        this.releases = releases;
        this.sites = sites;
        this.news = news;
        this.notifying = notifying;
        this.progress = progress;
    }

    /** Sees to a bounded number of releases. */
    void round() {
        int latest = sites.latest().release();
        if (done == UNKNOWN) {
            done = progress.release(() -> first(latest));
        }
        if (done < latest) {
            done = Math.max(done, progress.release(() -> done));
        }
        if (done >= latest) {
            return;
        }
        for (Release release : releases.after(done, BATCH)) {
            if (notifying.isTold(release.at())) {
                notifying.tell(news.of(release));
            }
            done = release.number();
            progress.advance(done);
        }
    }

    /** The last release that is not to be told, if nobody has followed releases before. */
    private int first(int latest) {
        int first = latest;
        while (first > 0 && notifying.isTold(releases.after(first - 1, 1).getFirst().at())) {
            first--;
        }
        return first;
    }
}
