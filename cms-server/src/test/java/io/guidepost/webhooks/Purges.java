package io.guidepost.webhooks;

import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.release.LiveSite;
import io.guidepost.release.Release;
import java.util.List;

/** What messages tell caches to forget. */
public final class Purges {

    private Purges() {}

    /** After a release. */
    public static List<String> after(Release release, LiveSite before, LiveSite after) {
        return Purge.after(release, before, after);
    }

    /** After a snapshot of the statistics. */
    public static List<String> after(Snapshot before, Snapshot after) {
        return Purge.after(before, after);
    }
}
