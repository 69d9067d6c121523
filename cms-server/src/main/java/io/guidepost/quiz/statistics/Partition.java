package io.guidepost.quiz.statistics;

import io.guidepost.quiz.statistics.RoleCounts.Group;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Divides the groups that respondents are parted into, of which the sum is told, into those that are shown and those that are
 * hidden. Whoever subtracts the shown ones from the sum gets the hidden ones together; they are therefore two at least, with
 * enough respondents together, and they stay together over the snapshots: exchanging two of them with all they ever were
 * changes nothing that is told.
 */
final class Partition {

    private static final Comparator<Map.Entry<String, Group>> SMALLEST_FIRST = Comparator.<Map.Entry<String, Group>>comparingInt(
            entry -> entry.getValue().respondents())
            .thenComparing(Map.Entry::getKey);

    private final Suppression suppression;
    private final Map<String, Group> groups;
    private final Set<String> required;
    private final @Nullable Earlier earlier;

    /**
     * Groups to divide.
     *
     * @param groups by key, those hidden earlier among them
     * @param required questions that enough of a group must have answered for it to be shown
     * @param earlier what the snapshot before told; null if it told nothing
     */
    Partition(Suppression suppression, Map<String, Group> groups, Set<String> required, @Nullable Earlier earlier) {
        this.suppression = suppression;
        this.groups = Map.copyOf(groups);
        this.required = Set.copyOf(required);
        this.earlier = earlier;
    }

    /**
     * What a snapshot told of groups that respondents are parted into.
     *
     * @param shown by key
     * @param hid whether a group was hidden, or may have been
     * @param together the hidden ones together
     * @param memory what was kept for the next time
     */
    record Earlier(Map<String, Group> shown, Predicate<String> hid, Group together, Memory memory) {}

    /**
     * What has to be remembered of hidden groups, besides that they are hidden.
     *
     * @param waiting those that were too small and are large enough, by key: the hidden ones together when that group, or the others,
     *            were last too small. Those figures were public then
     * @param large the keys of those that were large enough whenever they were hidden
     * @param joined the numbers of the snapshots that hid groups among others that were hidden already, by key
     */
    record Memory(Map<String, Group> waiting, Set<String> large, Map<String, Integer> joined) {

        static final Memory NONE = new Memory(Map.of(), Set.of(), Map.of());

        /** Copies the collections. */
        Memory {
            waiting = Map.copyOf(waiting);
            large = Set.copyOf(large);
            joined = Map.copyOf(joined);
        }
    }

    /**
     * A division.
     *
     * @param hidden keys
     * @param together the hidden groups together
     * @param tooFewCame whether groups were hidden that were not before, and fewer came to the hidden ones meanwhile than may be
     *            told of
     */
    record Division(Set<String> hidden, Group together, boolean tooFewCame) {}

    Division divide() {
        Set<String> hidden = new TreeSet<>();
        groups.forEach((key, group) -> {
            if (!isLargeEnough(group, required) || (earlier != null && earlier.hid().test(key))) {
                hidden.add(key);
            }
        });
        complete(hidden);
        if (earlier == null) {
            return new Division(hidden, together(hidden), false);
        }
        if (hidden.stream().allMatch(earlier.hid())) {
            release(hidden, earlier);
        }
        return new Division(hidden, together(hidden), tooFewCame(hidden, earlier));
    }

    /**
     * What has to be remembered of a division.
     *
     * @param snapshot its number
     * @param told the questions that are told of the hidden ones together
     */
    Memory memory(Division division, int snapshot, Set<String> told) {
        Set<String> hidden = division.hidden();
        Set<String> large = new TreeSet<>(hidden);
        large.removeIf(key -> !isLargeEnough(group(key), told) || wasSmall(key));
        return earlier == null
                ? new Memory(Map.of(), large, Map.of())
                : new Memory(waiting(hidden, told, earlier), large, joined(hidden, snapshot, earlier));
    }

    /** Those whose baseline is not what the hidden ones are together now, as it is for whoever does not wait. */
    private Map<String, Group> waiting(Set<String> hidden, Set<String> told, Earlier before) {
        if (!hidden.stream().allMatch(before.hid())) {
            return Map.of();
        }
        boolean allLargeEnough = hidden.stream().map(this::group).allMatch(group -> isLargeEnough(group, told));
        Group now = together(hidden).of(told);
        Map<String, Group> waiting = new HashMap<>();
        for (String key : hidden) {
            Group baseline = baseline(key, before);
            if (!baseline.equals(now) && isLargeEnough(group(key), told)
                    && (allLargeEnough || canBeHidden(others(key, hidden), told))) {
                waiting.put(key, baseline);
            }
        }
        return waiting;
    }

    private static Map<String, Integer> joined(Set<String> hidden, int snapshot, Earlier before) {
        Map<String, Integer> joined = new HashMap<>(before.memory().joined());
        joined.keySet().retainAll(hidden);
        if (before.together().respondents() > 0) {
            hidden.stream().filter(before.hid().negate()).forEach(key -> joined.put(key, snapshot));
        }
        return joined;
    }

    /** Whether a group was hidden before and too small, now or then. */
    private boolean wasSmall(String key) {
        return earlier != null && earlier.hid().test(key) && !earlier.memory().large().contains(key);
    }

    /** Hides the smallest shown groups until the hidden ones can be hidden together. */
    private void complete(Set<String> hidden) {
        while (!hidden.isEmpty() && !canBeHidden(hidden, required) && hidden.size() < groups.size()) {
            shown(hidden).stream().min(SMALLEST_FIRST).map(Map.Entry::getKey).ifPresent(hidden::add);
        }
    }

    /** Shows again what need not be hidden any more: all of them, or one after the other, the largest first. */
    private void release(Set<String> hidden, Earlier before) {
        boolean smallOnesAreGone = hidden.stream().noneMatch(this::wasSmall);
        if (hidden.stream().allMatch(key -> isLargeEnough(group(key), required) && (smallOnesAreGone
                ? othersAccountForBefore(key, hidden, before)
                : tellsNothingOfBefore(key, hidden, before)))) {
            hidden.clear();
        }
        for (Optional<String> next = releasable(hidden, before); next.isPresent(); next = releasable(hidden, before)) {
            hidden.remove(next.get());
        }
    }

    private Optional<String> releasable(Set<String> hidden, Earlier before) {
        return hidden.stream()
                .filter(key -> isLargeEnough(group(key), required) && canBeHidden(others(key, hidden), required)
                        && group(key).canAccountFor(baseline(key, before), together(others(key, hidden)),
                                suppression.below())
                        && tellsNothingOfBefore(key, hidden, before))
                .map(key -> Map.entry(key, group(key))).max(SMALLEST_FIRST).map(Map.Entry::getKey);
    }

    /**
     * Whether the present figures of a hidden group leave open what it was when it, or the others, were last too small: it may have
     * been nobody, since those that were hidden with it can account for every count of then. One that never was too small needs not
     * be left open.
     */
    private boolean tellsNothingOfBefore(String key, Set<String> hidden, Earlier before) {
        return !wasSmall(key) || othersAccountForBefore(key, hidden, before);
    }

    private boolean othersAccountForBefore(String key, Set<String> hidden, Earlier before) {
        Set<String> sinceThen = others(key, hidden);
        sinceThen.removeIf(other -> joined(other, before) > joined(key, before));
        return together(sinceThen).canAccountFor(baseline(key, before), group(key), suppression.below());
    }

    /** A group that does not wait was too small in the snapshot before, or the others were. */
    private static Group baseline(String key, Earlier before) {
        return before.memory().waiting().getOrDefault(key, before.together());
    }

    private static int joined(String key, Earlier before) {
        return before.memory().joined().getOrDefault(key, 0);
    }

    private boolean tooFewCame(Set<String> hidden, Earlier before) {
        if (hidden.stream().allMatch(before.hid())) {
            return false;
        }
        int known = before.together().respondents() + hidden.stream()
                .mapToInt(key -> before.shown().getOrDefault(key, Group.NOBODY).respondents()).sum();
        return suppression.hides(together(hidden).respondents() - known);
    }

    /** Whether nothing is told of one of these groups by telling what they are together. */
    private boolean canBeHidden(Set<String> hidden, Set<String> questions) {
        List<Group> present = hidden.stream().map(this::group).filter(group -> group.respondents() > 0).toList();
        Group together = sum(present);
        return present.size() >= 2 && isLargeEnough(together, questions) && together.respondents() > present.size()
                && (earlier != null || !sizesAreForced(together.respondents(), present.size(), hidden));
    }

    /**
     * Whether so many hidden ones must be as large as the rule lets them be: one too small by one, and the others as large as the
     * smallest shown group.
     */
    private boolean sizesAreForced(int respondents, int parts, Set<String> hidden) {
        return shown(hidden).stream().mapToInt(entry -> entry.getValue().respondents()).min().stream()
                .anyMatch(smallest -> respondents >= suppression.below() - 1 + (parts - 1) * smallest);
    }

    private boolean isLargeEnough(Group group, Set<String> questions) {
        return !suppression.hides(group.respondents())
                && questions.stream().noneMatch(question -> suppression.hides(group.answered(question)));
    }

    private List<Map.Entry<String, Group>> shown(Set<String> hidden) {
        return groups.entrySet().stream().filter(entry -> !hidden.contains(entry.getKey())).toList();
    }

    private Group group(String key) {
        return groups.getOrDefault(key, Group.NOBODY);
    }

    private Group together(Set<String> keys) {
        return sum(keys.stream().map(this::group).toList());
    }

    private static Group sum(Collection<Group> groups) {
        return groups.stream().reduce(Group.NOBODY, Group::with);
    }

    private static Set<String> others(String key, Set<String> keys) {
        Set<String> others = new TreeSet<>(keys);
        others.remove(key);
        return others;
    }
}
