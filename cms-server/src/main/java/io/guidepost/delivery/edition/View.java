package io.guidepost.delivery.edition;

import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.release.LiveSite;
import java.time.Instant;

/**
 * What a request reads from, from its first field to its last.
 *
 * @param site the site after one release
 * @param snapshot the statistics
 * @param edition what names the two
 */
public record View(LiveSite site, Snapshot snapshot, Edition edition) {

    /**
     * The view of a site with statistics.
     *
     * @param site the site after one release
     * @param snapshot the statistics
     */
    public static View of(LiveSite site, Snapshot snapshot) {
        Instant asOf = site.at().isAfter(snapshot.asOf()) ? site.at() : snapshot.asOf();
        return new View(site, snapshot, new Edition(site.release(), snapshot.number(), asOf));
    }

    /** Whether another reads from the very same site and statistics, so that it cannot read anything else. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isSame(View other) {
        return site == other.site && snapshot == other.snapshot;
    }
}
