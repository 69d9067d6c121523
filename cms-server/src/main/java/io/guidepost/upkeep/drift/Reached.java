package io.guidepost.upkeep.drift;

/**
 * How far releases and statistics have been followed.
 *
 * @param release the number of the last release; 0: none
 * @param snapshot the number of the last snapshot; 0: none
 */
record Reached(int release, int snapshot) {

    /** Whether nothing of another is ahead of it. */
    boolean covers(Reached other) {
        return release >= other.release && snapshot >= other.snapshot;
    }
}
