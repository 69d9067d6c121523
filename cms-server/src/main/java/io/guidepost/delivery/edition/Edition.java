package io.guidepost.delivery.edition;

import java.time.Instant;

/**
 * A state of the site that can be read again at any time.
 *
 * @param release the number of the newest release in it
 * @param snapshot the number of its statistics
 * @param asOf when the newer of the two was made
 */
public record Edition(int release, int snapshot, Instant asOf) {

    /** What a build pins it by: {@code release.snapshot}. */
    public String id() {
        return release + "." + snapshot;
    }
}
