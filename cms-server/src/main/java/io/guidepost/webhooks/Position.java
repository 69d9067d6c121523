package io.guidepost.webhooks;

/**
 * How far something has been followed.
 *
 * @param release the last release; 0: none
 * @param snapshot the last snapshot of the statistics; 0: none
 */
record Position(int release, int snapshot) {

    /** What a reader pins, in order to see just this. */
    String edition() {
        return release + "." + snapshot;
    }
}
