package io.guidepost.index;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * How an index stands, for operators.
 *
 * @param index its name
 * @param condition {@code current}, {@code filling}, {@code refusing} (nothing new is taken) or {@code away}
 * @param since since when
 * @param reason what is wrong; empty: nothing is
 * @param searchable whether it is searched, or another one in its place
 * @param release the release that it agrees with; -1: not known
 * @param entries how many entries it holds
 * @param wanted how many it should hold
 * @param unfit why Elasticsearch does not take entries, by id
 */
record IndexView(String index, String condition, Instant since, String reason, boolean searchable, int release,
        int entries, int wanted, Map<String, String> unfit) {

    static IndexView of(IndexFollower follower) {
        Standing standing = follower.standing();
        return new IndexView(follower.name(), standing.condition().name().toLowerCase(Locale.ROOT), standing.since(),
                standing.reason(), standing.searchable(), standing.release(), standing.held(), standing.wanted(),
                follower.unfit());
    }
}
