package io.guidepost.index;

import java.time.Instant;

/**
 * How an index stands.
 *
 * @param condition whether it is as it should be
 * @param since since when it is
 * @param reason what is wrong, in a sentence; empty: nothing is
 * @param searchable whether there is an index that questions can be asked of
 * @param release the release that it agrees with; -1: not known
 * @param held how many entries it holds
 * @param wanted how many it should hold
 */
record Standing(Condition condition, Instant since, String reason, boolean searchable, int release, int held,
        int wanted) {

    /** What an index may be in. */
    enum Condition {
        /** It agrees with the live site, or will in a moment. */
        CURRENT,
        /** It was made anew and is not full. */
        FILLING,
        /** It can be searched, but the engine takes nothing that is new. */
        REFUSING,
        /** The engine does not answer. */
        AWAY
    }

    /** Whether answers are fewer, or older, than they should be. */
    boolean isDegraded() {
        return !searchable || condition == Condition.REFUSING;
    }

    Standing in(Condition next, Instant now, String why, boolean canBeSearched) {
        return new Standing(next, next == condition ? since : now, why, canBeSearched, next == Condition.AWAY
                ? -1
                : release, held, wanted);
    }

    Standing at(int agreed) {
        return new Standing(condition, since, reason, searchable, agreed, held, wanted);
    }

    Standing holding(int entries, int of) {
        return new Standing(condition, since, reason, searchable, release, entries, of);
    }
}
