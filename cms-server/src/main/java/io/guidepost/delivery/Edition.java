package io.guidepost.delivery;

import java.time.Instant;
import java.util.Map;

/**
 * A state of the site that can be read again at any time.
 *
 * @param release the number of the newest release in it
 * @param snapshot the number of its statistics
 * @param asOf when the newer of the two was made
 */
record Edition(int release, int snapshot, Instant asOf) {

    /** What a build pins it by: {@code release.snapshot}. */
    public String id() {
        return release + "." + snapshot;
    }

    /** As it stands in the extensions of an answer. */
    Map<String, Object> toMap() {
        return Map.of("id", id(), "release", release, "snapshot", snapshot, "asOf", asOf.toString());
    }
}
