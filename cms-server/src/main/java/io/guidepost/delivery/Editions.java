package io.guidepost.delivery;

import io.guidepost.quiz.Snapshot;
import io.guidepost.quiz.Snapshots;
import io.guidepost.quiz.UnknownSnapshotException;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.UnknownReleaseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Settles the one edition that a request reads. */
@Component
class Editions {

    private final LiveSites sites;
    private final Snapshots snapshots;

    Editions(LiveSites sites, Snapshots snapshots) {
        this.sites = sites;
        this.snapshots = snapshots;
    }

    /**
     * The view a request asks for.
     *
     * @param named every edition that it names; none: the newest
     * @throws RefusedQueryException if it names two, or one that there is not
     */
    View view(Collection<String> named) {
        Set<EditionPin> pins = new LinkedHashSet<>();
        named.forEach(name -> pins.add(EditionPin.parse(name)));
        if (pins.size() > 1) {
            throw new RefusedQueryException("One request reads one edition; this one names " + pins.size() + ": "
                    + Excerpt.of(String.join("`, `", new LinkedHashSet<>(named))));
        }
        return pins.stream().findFirst().map(this::at).orElseGet(() -> new View(sites.latest(), snapshots.latest()));
    }

    private View at(EditionPin pin) {
        try {
            LiveSite site = sites.at(pin.release());
            Snapshot snapshot = pin.snapshot() == null ? snapshots.latest() : snapshots.get(pin.snapshot());
            return new View(site, snapshot);
        } catch (UnknownReleaseException unknown) {
            throw new RefusedQueryException(
                    "There is no release " + pin.release() + "; the newest is " + sites.latest().release() + ".");
        } catch (UnknownSnapshotException unknown) {
            throw new RefusedQueryException("There is no statistics snapshot " + pin.snapshot() + "; the newest is "
                    + snapshots.latest().number() + ".");
        }
    }
}
