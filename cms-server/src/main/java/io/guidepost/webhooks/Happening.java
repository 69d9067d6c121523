package io.guidepost.webhooks;

import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.release.Release;
import java.time.Instant;

/** Something that subscriptions may want to be told. */
sealed interface Happening {

    /** When it happened. */
    Instant at();

    /** How far whoever has been told of it has come. */
    Position position();

    /**
     * A release was made.
     *
     * @param release the release
     * @param position with the statistics as they were then
     */
    record Released(Release release, Position position) implements Happening {

        @Override
        public Instant at() {
            return release.at();
        }
    }

    /**
     * A snapshot of the statistics was taken.
     *
     * @param snapshot the snapshot
     * @param before the one before
     * @param position with the release that was live then
     */
    record Counted(Snapshot snapshot, Snapshot before, Position position) implements Happening {

        @Override
        public Instant at() {
            return snapshot.asOf();
        }
    }
}
