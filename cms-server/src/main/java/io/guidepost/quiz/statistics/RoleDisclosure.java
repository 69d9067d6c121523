package io.guidepost.quiz.statistics;

import io.guidepost.quiz.statistics.RoleCounts.Group;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be told of one role that enough respondents explore, after all that was told of it before. */
final class RoleDisclosure {

    private final Suppression suppression;
    private final RoleCounts counts;
    private final Group all;
    private final @Nullable Before before;

    RoleDisclosure(Suppression suppression, RoleCounts counts, Group all, @Nullable Before before) {
        this.suppression = suppression;
        this.counts = counts;
        this.all = all;
        this.before = before;
    }

    RolePart part(String role, int snapshot, Instant at, int quizVersion, Population population) {
        Partition parted = backgrounds();
        Partition.Division backgrounds = parted.divide();
        Partition partedByCountry = countries();
        Partition.Division countries = partedByCountry.divide();
        if (before != null && (backgrounds.tooFewCame() || countries.tooFewCame())
                && before.part().suppressBelow() >= suppression.below()
                && before.onlyGrewTo(counts, all)) {
            return before.part().in(snapshot, at);
        }
        Set<String> told = toldQuestions(backgrounds);
        Pairs pairs = pairs(role, population);
        int recent = counts.recent(at.atZone(ZoneOffset.UTC).toLocalDate());
        Map<String, Integer> shownCountries = new HashMap<>(counts.countries());
        shownCountries.keySet().removeAll(countries.hidden());
        return new RolePart(role, snapshot, at, quizVersion, suppression.below(), GroupCounts.Shown.of(all, told),
                suppression.tellsOfFew(recent) ? null : recent, shown(backgrounds.hidden(), told), shownCountries,
                counts.countries().size(), pairs.told(),
                new RolePart.Memory(parted.memory(backgrounds, snapshot, told),
                        partedByCountry.memory(countries, snapshot, Set.of()), pairs.mayHaveCome(), null));
    }

    private Partition backgrounds() {
        Map<String, Group> groups = new TreeMap<>(counts.backgrounds());
        if (before != null) {
            before.hiddenBackgrounds().forEach(key -> groups.putIfAbsent(key, Group.NOBODY));
        }
        return new Partition(suppression, groups, requiredQuestions(),
                before == null ? null : before.backgrounds());
    }

    /**
     * The questions for which a background is hidden if too few of it answered: those that half of the role's respondents answered,
     * and that were told before if anything was. For any other question no background is hidden; it is not told at all.
     */
    private Set<String> requiredQuestions() {
        return all.questions().entrySet().stream()
                .filter(asked -> !suppression.hides(asked.getValue().respondents())
                        && asked.getValue().respondents() * 2L >= all.respondents()
                        && (before == null || before.all().questions().containsKey(asked.getKey())))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Those that enough answered of the role, of every background that is shown, and of the hidden ones together. */
    private Set<String> toldQuestions(Partition.Division backgrounds) {
        Set<Group> told = new HashSet<>(Set.of(all));
        counts.backgrounds().forEach((key, group) -> {
            if (!backgrounds.hidden().contains(key)) {
                told.add(group);
            }
        });
        if (!backgrounds.hidden().isEmpty()) {
            told.add(backgrounds.together());
        }
        return all.questions().keySet().stream()
                .filter(question -> told.stream().noneMatch(group -> suppression.hides(group.answered(question))))
                .collect(Collectors.toSet());
    }

    private Map<String, GroupCounts> shown(Set<String> hidden, Set<String> told) {
        Map<String, GroupCounts> shown = new HashMap<>();
        if (hidden.containsAll(counts.backgrounds().keySet())) {
            return shown;
        }
        counts.backgrounds().forEach((key, group) -> shown.put(key, GroupCounts.Shown.of(group, told)));
        hidden.forEach(key -> shown.put(key, new GroupCounts.Suppressed()));
        return shown;
    }

    private Partition countries() {
        return new Partition(suppression, groups(counts.countries()), Set.of(),
                before == null ? null : before.countries());
    }

    /**
     * A pair of roles tells of three groups: those who explore both, and those who explore one of them alone. None may be nobody
     * either: the part of a role is not made anew for those who come to another one, and the first few would be told of.
     *
     * @param told respondents who explore the other role too, by that role
     * @param mayHaveCome how many at most came to both roles since one of the groups was last too small, by the other role
     */
    private record Pairs(Map<String, Integer> told, Map<String, Integer> mayHaveCome) {}

    /**
     * Decides the same of a pair in the parts of both roles: what is remembered changes only when both have grown, and then both parts
     * are made anew.
     */
    private Pairs pairs(String role, Population population) {
        Map<String, Integer> told = new HashMap<>();
        Map<String, Integer> mayHaveCome = new HashMap<>();
        counts.alsoExplored().forEach((other, both) -> {
            if (suppression.hides(both) || suppression.hides(all.respondents() - both)
                    || suppression.hides(population.of(other) - both)) {
                return;
            }
            int came = mayHaveComeTo(role, other, population);
            if (toldPairBefore(other, population) || both <= came) {
                told.put(other, both);
            } else if (came > 0) {
                mayHaveCome.put(other, came);
            }
        });
        return new Pairs(told, mayHaveCome);
    }

    /** Between two snapshots no more can have come to both roles than to either. */
    private int mayHaveComeTo(String role, String other, Population population) {
        int sinceTheLast = Math.min(suppression.mayHaveCome(role, population), suppression.mayHaveCome(other,
                population));
        return sinceTheLast + (before == null ? 0 : before.part().memory().alsoExplored().getOrDefault(other, 0));
    }

    private boolean toldPairBefore(String other, Population population) {
        return before == null ? population.before() == null : before.part().alsoExplored().containsKey(other);
    }

    private static Map<String, Group> groups(Map<String, Integer> sizes) {
        Map<String, Group> groups = new HashMap<>();
        sizes.forEach((key, size) -> groups.put(key, new Group(size, Map.of())));
        return groups;
    }

    /**
     * What the snapshot before told of the role.
     *
     * @param all the respondents together
     */
    record Before(RolePart part, Group all) {

        Set<String> hiddenBackgrounds() {
            return part.backgrounds().entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof GroupCounts.Suppressed).map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        /** Where no background was shown, any may have been hidden; otherwise the hidden ones were named. */
        Partition.Earlier backgrounds() {
            Map<String, Group> shown = shownBackgrounds();
            Set<String> hidden = hiddenBackgrounds();
            return new Partition.Earlier(shown, key -> shown.isEmpty() || hidden.contains(key), rest(shown),
                    part.memory().backgrounds());
        }

        /**
         * Hidden countries are not named: where somebody's country was hidden, it may have been any that was not shown. Null if nothing
         * was told of countries.
         */
        Partition.@Nullable Earlier countries() {
            if (part.countryCount() == null) {
                return null;
            }
            Map<String, Group> shown = groups(part.countries());
            int hidden = hiddenByCountry();
            return new Partition.Earlier(shown, key -> hidden > 0 && !shown.containsKey(key),
                    new Group(hidden, Map.of()), part.memory().countries());
        }

        /** Whether no figure that was told, or that follows from what was told, is lower among these counts. */
        boolean onlyGrewTo(RoleCounts counts, Group now) {
            Map<String, Group> shown = shownBackgrounds();
            Group shownNow = shown.keySet().stream()
                    .map(key -> counts.backgrounds().getOrDefault(key, Group.NOBODY)).reduce(Group.NOBODY, Group::with);
            return now.reaches(all) && now.without(shownNow).reaches(rest(shown)) && shown.entrySet().stream()
                    .allMatch(group -> counts.backgrounds().getOrDefault(group.getKey(), Group.NOBODY)
                            .reaches(group.getValue()))
                    && countriesOnlyGrewTo(counts.countries(), now);
        }

        private boolean countriesOnlyGrewTo(Map<String, Integer> countries, Group now) {
            int shownNow = part.countries().keySet().stream().mapToInt(key -> countries.getOrDefault(key, 0)).sum();
            return now.respondents() - shownNow >= hiddenByCountry() && part.countries().entrySet().stream()
                    .allMatch(shown -> countries.getOrDefault(shown.getKey(), 0) >= shown.getValue());
        }

        private int hiddenByCountry() {
            return all.respondents() - part.countries().values().stream().mapToInt(Integer::intValue).sum();
        }

        private Map<String, Group> shownBackgrounds() {
            return part.shownBackgrounds().collect(Collectors.toMap(Map.Entry::getKey,
                    entry -> entry.getValue().group()));
        }

        private Group rest(Map<String, Group> shown) {
            return all.without(shown.values().stream().reduce(Group.NOBODY, Group::with));
        }
    }
}
