package io.guidepost.quiz.statistics;

import io.guidepost.quiz.statistics.GroupCounts.AnswerCounts;
import io.guidepost.quiz.statistics.GroupCounts.Shown;
import io.guidepost.quiz.statistics.GroupCounts.Suppressed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has every published part of a role, knows the rule, and subtracts: what was hidden are unknowns, narrowed by
 * everything that was told of sums.
 */
final class SubtractionAttack {

    /** How the published parts came to be, as far as the attacker knows. */
    enum Rule {
        /** Every hidden background is too small. */
        HIDES_THE_SMALL_ONES,
        /** One hidden background at least is too small, and none is larger than a shown one. */
        HIDES_THE_SMALLEST,
        /** The same in the first part alone: later on, backgrounds may be hidden because they were. */
        HIDES_THE_SMALLEST_FIRST_AND_REMEMBERS
    }

    /**
     * A figure of a hidden group that the attacker is sure of.
     *
     * @param part index of the published part
     * @param group a background, or a country
     * @param question null for the respondents of the group
     * @param answer null for those who answered the question
     */
    record Claim(int part, String group, @Nullable String question, @Nullable String answer, int value) {}

    private record Cell(String group, @Nullable String question, @Nullable String answer) {}

    private final int below;
    private final Rule rule;
    private final boolean growing;
    private final List<RolePart> parts;
    private final Bounds bounds = new Bounds();
    private final List<Map<Cell, Integer>> unknowns = new ArrayList<>();

    /** An attack on parts of successive snapshots; whether the attacker knows that respondents only came. */
    SubtractionAttack(int below, Rule rule, boolean growing, List<RolePart> parts) {
        this.below = below;
        this.rule = rule;
        this.growing = growing;
        this.parts = parts;
    }

    /** What he finds out of hidden backgrounds, and of questions that are hidden in a background. */
    List<Claim> onBackgrounds() {
        for (int i = 0; i < parts.size(); i++) {
            addBackgrounds(i);
        }
        conclude();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            RolePart part = parts.get(i);
            int index = i;
            unknowns.get(i).forEach((cell, unknown) -> {
                if (bounds.isPinned(unknown) && bounds.least(unknown) > 0 && isHidden(part, cell)) {
                    claims.add(new Claim(index, cell.group, cell.question, cell.answer, bounds.least(unknown)));
                }
            });
        }
        return claims;
    }

    /** What he finds out of countries that are not shown. */
    List<Claim> onCountries() {
        for (RolePart part : parts) {
            addCountries(part);
        }
        conclude();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            RolePart part = parts.get(i);
            int index = i;
            unknowns.get(i).forEach((cell, unknown) -> {
                if (bounds.isPinned(unknown) && bounds.least(unknown) > 0
                        && !part.countries().containsKey(cell.group)) {
                    claims.add(new Claim(index, cell.group, null, null, bounds.least(unknown)));
                }
            });
        }
        return claims;
    }

    private static boolean isHidden(RolePart part, Cell cell) {
        return !(part.backgrounds().get(cell.group) instanceof Shown shown)
                || cell.question != null && !shown.questions().containsKey(cell.question);
    }

    private void addBackgrounds(int index) {
        RolePart part = parts.get(index);
        Map<Cell, Integer> cells = new HashMap<>();
        unknowns.add(cells);
        int most = part.all() instanceof Shown all ? all.respondents() : below - 1;
        for (String background : RoleHistory.BACKGROUNDS) {
            cells.put(new Cell(background, null, null), bounds.unknown(0, most));
            for (String question : RoleHistory.QUESTIONS) {
                cells.put(new Cell(background, question, null), bounds.unknown(0, most));
                RoleHistory.ANSWERS.forEach(answer -> cells.put(new Cell(background, question, answer),
                        bounds.unknown(0, most)));
            }
        }
        relate(cells);
        if (part.all() instanceof Shown all) {
            for (String background : RoleHistory.BACKGROUNDS) {
                switch (part.backgrounds().get(background)) {
                    case Shown shown -> tell(cells, background, shown);
                    case Suppressed _ -> bounds.narrow(cells.get(new Cell(background, null, null)),
                            isNamedFirst(index, background) ? 1 : 0, most);
                    case null -> bounds.narrow(cells.get(new Cell(background, null, null)), 0,
                            part.backgrounds().isEmpty() ? most : 0);
                }
            }
            tellSums(cells, all);
        } else {
            bounds.know(RoleHistory.BACKGROUNDS.stream().map(key -> cells.get(new Cell(key, null, null))).toList(),
                    List.of(), 0, most);
        }
        if (growing && index > 0) {
            grow(index);
        }
    }

    /** Whether a background is hidden and was not in the part before, so that there is somebody. */
    private boolean isNamedFirst(int index, String background) {
        if (index == 0) {
            return true;
        }
        RolePart before = parts.get(index - 1);
        return before.all() instanceof Suppressed
                || !before.backgrounds().isEmpty() && !before.backgrounds().containsKey(background);
    }

    /** An answer was given by some of those who answered, and these are some of the group. */
    private void relate(Map<Cell, Integer> cells) {
        for (String background : RoleHistory.BACKGROUNDS) {
            for (String question : RoleHistory.QUESTIONS) {
                int answered = cells.get(new Cell(background, question, null));
                bounds.know(List.of(cells.get(new Cell(background, null, null))), List.of(answered), 0, 1_000_000);
                List<Integer> answers = RoleHistory.ANSWERS.stream()
                        .map(answer -> cells.get(new Cell(background, question, answer))).toList();
                answers.forEach(answer -> bounds.know(List.of(answered), List.of(answer), 0, 1_000_000));
                bounds.know(answers, List.of(answered), 0, RoleHistory.allowsSeveral(question) ? 1_000_000 : 0);
            }
        }
    }

    private void tell(Map<Cell, Integer> cells, String background, Shown shown) {
        tell(cells.get(new Cell(background, null, null)), shown.respondents());
        shown.questions().forEach((question, counts) -> {
            tell(cells.get(new Cell(background, question, null)), counts.respondents());
            RoleHistory.ANSWERS.forEach(answer -> tell(cells.get(new Cell(background, question, answer)),
                    counts.answers().getOrDefault(answer, 0)));
        });
    }

    private void tell(int unknown, int value) {
        bounds.narrow(unknown, value, value);
    }

    private void tellSums(Map<Cell, Integer> cells, Shown all) {
        tellSum(cells, null, null, all.respondents());
        all.questions().forEach((question, counts) -> {
            tellSum(cells, question, null, counts.respondents());
            RoleHistory.ANSWERS.forEach(answer -> tellSum(cells, question, answer,
                    counts.answers().getOrDefault(answer, 0)));
        });
    }

    private void tellSum(Map<Cell, Integer> cells, @Nullable String question, @Nullable String answer, int sum) {
        bounds.know(RoleHistory.BACKGROUNDS.stream().map(key -> cells.get(new Cell(key, question, answer))).toList(),
                List.of(), sum, sum);
    }

    /** Those who came meanwhile are a group like any other; what they add to sums is known where both sums are. */
    private void grow(int index) {
        Map<Cell, Integer> before = unknowns.get(index - 1);
        Map<Cell, Integer> after = unknowns.get(index);
        Map<Cell, Integer> came = new HashMap<>();
        after.forEach((cell, now) -> {
            int more = bounds.unknown(0, 1_000_000);
            bounds.know(List.of(now), List.of(before.get(cell), more), 0, 0);
            came.put(cell, more);
        });
        relate(came);
        if (parts.get(index - 1).all() instanceof Shown earlier && parts.get(index).all() instanceof Shown later) {
            tellSum(came, null, null, later.respondents() - earlier.respondents());
            later.questions().forEach((question, counts) -> {
                AnswerCounts then = earlier.questions().get(question);
                if (then != null) {
                    tellSum(came, question, null, counts.respondents() - then.respondents());
                    RoleHistory.ANSWERS.forEach(answer -> tellSum(came, question, answer,
                            counts.answers().getOrDefault(answer, 0) - then.answers().getOrDefault(answer, 0)));
                }
            });
        }
    }

    private void addCountries(RolePart part) {
        Map<Cell, Integer> cells = new HashMap<>();
        unknowns.add(cells);
        int all = part.all() instanceof Shown shown ? shown.respondents() : below - 1;
        int hidden = all - part.countries().values().stream().mapToInt(Integer::intValue).sum();
        int others = part.countryCount() == null ? 1 : part.countryCount() - part.countries().size();
        for (String country : RoleHistory.COUNTRIES) {
            Integer told = part.countries().get(country);
            cells.put(new Cell(country, null, null), told == null
                    ? bounds.unknown(0, others == 0 ? 0 : hidden - others + 1)
                    : bounds.unknown(told, told));
        }
        bounds.know(cells.values(), List.of(), part.all() instanceof Shown ? all : 0, all);
        if (growing && unknowns.size() > 1) {
            Map<Cell, Integer> before = unknowns.get(unknowns.size() - 2);
            List<Integer> came = new ArrayList<>();
            cells.forEach((cell, now) -> {
                int more = bounds.unknown(0, 1_000_000);
                bounds.know(List.of(now), List.of(before.get(cell), more), 0, 0);
                came.add(more);
            });
            if (parts.get(unknowns.size() - 2).all() instanceof Shown earlier && part.all() instanceof Shown) {
                bounds.know(came, List.of(), all - earlier.respondents(), all - earlier.respondents());
            }
        }
    }

    private void conclude() {
        bounds.conclude();
        for (int i = 0; i < parts.size(); i++) {
            RolePart part = parts.get(i);
            if (part.all() instanceof Shown all && !part.backgrounds().isEmpty() && everybodyAnswered(all)
                    && !unknowns.get(i).containsKey(new Cell(RoleHistory.COUNTRIES.getFirst(), null, null))) {
                applyRule(i, part);
            }
        }
        bounds.conclude();
    }

    /** Then a background is too small only if too few have it, whatever they answered. */
    private static boolean everybodyAnswered(Shown all) {
        return all.questions().values().stream().allMatch(question -> question.respondents() == all.respondents());
    }

    private void applyRule(int index, RolePart part) {
        List<Integer> hidden = part.backgrounds().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Suppressed)
                .map(entry -> unknowns.get(index).get(new Cell(entry.getKey(), null, null))).toList();
        switch (rule) {
            case HIDES_THE_SMALL_ONES -> hidden.forEach(unknown -> bounds.narrow(unknown, 1, below - 1));
            case HIDES_THE_SMALLEST -> hideTheSmallest(part, hidden);
            case HIDES_THE_SMALLEST_FIRST_AND_REMEMBERS -> {
                if (index == 0 || parts.subList(0, index).stream().allMatch(p -> p.all() instanceof Suppressed)) {
                    hideTheSmallest(part, hidden);
                }
            }
        }
    }

    private void hideTheSmallest(RolePart part, List<Integer> hidden) {
        OptionalInt smallest = part.shownBackgrounds().mapToInt(entry -> entry.getValue().respondents()).min();
        smallest.ifPresent(most -> hidden.forEach(unknown -> bounds.narrow(unknown, 1, most)));
        bounds.conclude();
        List<Integer> maybeSmall = hidden.stream().filter(unknown -> bounds.least(unknown) < below).toList();
        if (maybeSmall.size() == 1) {
            bounds.narrow(maybeSmall.getFirst(), 1, below - 1);
            bounds.conclude();
        }
    }
}
