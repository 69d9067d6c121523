package io.guidepost.notifications;

import java.time.Instant;
import java.util.function.IntSupplier;

/** How far all nodes together have come. */
interface Progress {

    /**
     * Since when people are told what happens.
     *
     * @param now what it becomes if nobody was told of anything before
     */
    Instant began(Instant now);

    /**
     * The last release that people have been told of.
     *
     * @param first what it becomes if releases were not followed before
     */
    int release(IntSupplier first);

    /** Notes that people have been told of a release; never goes back. */
    void advance(int release);
}
