package io.guidepost.upkeep;

import java.time.Duration;
import java.time.Instant;

/** How fast hosts are asked, by all nodes together. */
interface Pace {

    /**
     * When a host may be asked next.
     *
     * @return now, or later
     */
    Instant next(String host, Instant now);

    /**
     * Takes a host for one request.
     *
     * @param host which
     * @param now when
     * @param pause how long it is left alone afterwards
     * @return false if it is not its time yet, and then nothing has changed
     */
    boolean take(String host, Instant now, Duration pause);

    /** Forgets hosts that may have been asked for a while. */
    void forget(Instant before);
}
