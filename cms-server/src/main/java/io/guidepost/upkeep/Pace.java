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
     * @param pause how long it is left alone afterwards, unless {@link #leave} says otherwise
     * @return false if it is not its time yet, and then nothing has changed
     */
    boolean take(String host, Instant now, Duration pause);

    /** Notes until when a host that was taken is to be left alone, once that is known. */
    void leave(String host, Instant next);

    /** Forgets hosts that may have been asked for a while. */
    void forget(Instant before);
}
