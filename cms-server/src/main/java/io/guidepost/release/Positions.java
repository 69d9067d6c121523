package io.guidepost.release;

/** How far those that follow the release log have come. */
interface Positions {

    /** The last release that a follower is done with; 0: none. */
    int of(String follower);

    /** Moves a follower's position forward; never back. */
    void advance(String follower, int release);
}
