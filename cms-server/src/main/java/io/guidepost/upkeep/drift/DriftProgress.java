package io.guidepost.upkeep.drift;

import java.time.Instant;
import java.util.Optional;

/** How far all nodes together have come, and who goes on. */
interface DriftProgress {

    /** How far they have come. */
    Reached reached();

    /**
     * Lets one node go on.
     *
     * @param to how far it will go
     * @param now when
     * @param until from when on another may go on, if this one has not concluded by then
     * @return what it concludes by; empty: another node is at it, or has come as far or, in something, further
     */
    Optional<String> claim(Reached to, Instant now, Instant until);

    /** Notes that a node has gone as far as it wanted, unless another has gone on meanwhile. */
    void conclude(String claim, Reached to);
}
