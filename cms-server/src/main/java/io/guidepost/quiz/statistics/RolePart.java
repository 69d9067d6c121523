package io.guidepost.quiz.statistics;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a snapshot that is about one role, as it is stored. Later snapshots refer to it for as long as the role's
 * figures stay the same.
 *
 * @param snapshot the number of the snapshot that counted it
 * @param at when that was
 * @param suppressBelow the k in force then
 * @param recent null where suppressed
 * @param backgrounds by key; those that nobody has are left out, and all of them where all are hidden
 * @param countries respondents by country, of those that are shown
 * @param countryCount how many countries the respondents come from; null where the role is suppressed
 * @param alsoExplored respondents by every other role that they explore too, of those pairs that are shown
 * @param memory what the next snapshot has to know of what is hidden
 */
record RolePart(String role, int snapshot, Instant at, int quizVersion, int suppressBelow, GroupCounts all,
        @Nullable Integer recent, Map<String, GroupCounts> backgrounds, Map<String, Integer> countries,
        @Nullable Integer countryCount, Map<String, Integer> alsoExplored, Memory memory) {

    RolePart {
        backgrounds = Map.copyOf(backgrounds);
        countries = Map.copyOf(countries);
        alsoExplored = Collections.unmodifiableMap(alsoExplored);
    }

    /**
     * What was hidden with too few respondents and has enough of them now stays hidden until it cannot be computed any more what it
     * was. What is remembered for that was public, and counts nobody who is hidden.
     *
     * @param backgrounds of the hidden ones
     * @param countries of the hidden ones
     * @param alsoExplored how many at most came to both roles of a pair since it, or one of the roles without the other, was last too
     *            small, by the other role; of pairs that are hidden although they are large enough
     * @param takers how many had taken the quiz when the role was last too small; null unless it is hidden although it is large enough
     */
    record Memory(Partition.Memory backgrounds, Partition.Memory countries, Map<String, Integer> alsoExplored,
            @Nullable Integer takers) {

        static final Memory NONE = new Memory(Partition.Memory.NONE, Partition.Memory.NONE, Map.of(), null);

        Memory {
            alsoExplored = Map.copyOf(alsoExplored);
        }

        static Memory ofSuppressed(int takers) {
            return new Memory(Partition.Memory.NONE, Partition.Memory.NONE, Map.of(), takers);
        }
    }

    static RolePart suppressed(String role, int snapshot, Instant at, int quizVersion, int suppressBelow,
            Memory memory) {
        return new RolePart(role, snapshot, at, quizVersion, suppressBelow, new GroupCounts.Suppressed(), null,
                Map.of(), Map.of(), null, Map.of(), memory);
    }

    /** The backgrounds that are shown. */
    Stream<Map.Entry<String, GroupCounts.Shown>> shownBackgrounds() {
        return backgrounds.entrySet().stream().flatMap(entry -> entry.getValue() instanceof GroupCounts.Shown shown
                ? Stream.of(Map.entry(entry.getKey(), shown))
                : Stream.empty());
    }

    /** The same figures in another snapshot. */
    RolePart in(int otherSnapshot, Instant then) {
        return new RolePart(role, otherSnapshot, then, quizVersion, suppressBelow, all, recent, backgrounds, countries,
                countryCount, alsoExplored, memory);
    }

    /** Whether the figures are those of the other part, whenever either was counted. */
    boolean saysTheSameAs(RolePart other) {
        return equals(other.in(snapshot, at));
    }
}
