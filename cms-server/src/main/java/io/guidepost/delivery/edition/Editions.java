package io.guidepost.delivery.edition;

import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.quiz.statistics.UnknownSnapshotException;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.UnknownReleaseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Settles the one edition that a request reads. */
@Component
public class Editions {

    private final LiveSites sites;
    private final Snapshots snapshots;
    private volatile View newest = View.of(LiveSite.EMPTY, Snapshot.empty());

    Editions(LiveSites sites, Snapshots snapshots) {
        this.sites = sites;
        this.snapshots = snapshots;
    }

    /** The newest edition; the same object for as long as there is no newer one. */
    public View newest() {
        View known = newest;
        View now = View.of(sites.latest(), snapshots.latest());
        if (known.isSame(now)) {
            return known;
        }
        newest = now;
        return now;
    }

    /**
     * The one edition that a request names.
     *
     * @param named every edition that it names, in whatever places
     * @return nothing: it names none, and reads the newest
     * @throws RefusedQueryException if it names two, or what is no name of an edition
     */
    public static Optional<EditionPin> pin(Collection<String> named) {
        Set<EditionPin> pins = new LinkedHashSet<>();
        named.forEach(name -> pins.add(EditionPin.parse(name)));
        if (pins.size() > 1) {
            throw new RefusedQueryException("One request reads one edition; this one names " + pins.size() + ": "
                    + Excerpt.of(String.join("`, `", new LinkedHashSet<>(named))));
        }
        return pins.stream().findFirst();
    }

    /**
     * The view of an edition.
     *
     * @throws RefusedQueryException if there is no such edition
     */
    public View at(EditionPin pin) {
        try {
            LiveSite site = sites.at(pin.release());
            Snapshot snapshot = pin.snapshot() == null ? snapshots.latest() : snapshots.get(pin.snapshot());
            return View.of(site, snapshot);
        } catch (UnknownReleaseException unknown) {
            throw new RefusedQueryException(
                    "There is no release " + pin.release() + "; the newest is " + sites.latest().release() + ".");
        } catch (UnknownSnapshotException unknown) {
            throw new RefusedQueryException("There is no statistics snapshot " + pin.snapshot() + "; the newest is "
                    + snapshots.latest().number() + ".");
        }
    }
}
