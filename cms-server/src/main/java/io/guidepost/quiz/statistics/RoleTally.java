package io.guidepost.quiz.statistics;

import io.guidepost.quiz.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the responses that explore one role, as far as its day: upwards and downwards, so that it may also be what is to be added to
 * counts that there are.
 */
final class RoleTally {

    private final String role;
    private final LocalDate firstDay;
    private final Map<String, GroupTally> backgrounds = new HashMap<>();
    private final Map<String, Integer> countries = new HashMap<>();
    private final Map<LocalDate, Integer> days = new HashMap<>();
    private final Map<String, Integer> alsoExplored = new HashMap<>();
    private int respondents;

    /** Counts days from one on. */
    RoleTally(String role, LocalDate firstDay) {
        this.role = role;
        this.firstDay = firstDay;
    }

    /** How many explore the role; less than 0: how many fewer than before. */
    int respondents() {
        return respondents;
    }

    /**
     * Counts a response.
     *
     * @param by 1, or -1 to take it off
     */
    void count(Response response, int by) {
        respondents += by;
        backgrounds.computeIfAbsent(response.background(), key -> new GroupTally()).count(response, by);
        countries.merge(response.country(), by, Integer::sum);
        LocalDate day = LocalDate.ofInstant(response.at(), ZoneOffset.UTC);
        if (!day.isBefore(firstDay)) {
            days.merge(day, by, Integer::sum);
        }
        for (String other : response.roles()) {
            if (!other.equals(role)) {
                alsoExplored.merge(other, by, Integer::sum);
            }
        }
    }

    /** Adds what is counted already. */
    void add(RoleCounts counts) {
        counts.backgrounds().forEach((key, group) -> {
            respondents += group.respondents();
            backgrounds.computeIfAbsent(key, any -> new GroupTally()).add(group);
        });
        add(counts.countries(), countries);
        add(counts.alsoExplored(), alsoExplored);
        counts.days().forEach((day, count) -> {
            if (!day.isBefore(firstDay)) {
                days.merge(day, count, Integer::sum);
            }
        });
    }

    /**
     * What it adds up to.
     *
     * @throws InconsistentCountsException if less than nothing is left of something
     */
    RoleCounts counts() {
        Map<String, RoleCounts.Group> groups = new HashMap<>();
        backgrounds.forEach((key, group) -> {
            if (positive(group.respondents)) {
                groups.put(key, group.counts());
            }
        });
        return new RoleCounts(groups, positive(countries), positive(days), positive(alsoExplored));
    }

    private static void add(Map<String, Integer> counts, Map<String, Integer> to) {
        counts.forEach((key, count) -> to.merge(key, count, Integer::sum));
    }

    /**
     * The counts that are not 0.
     *
     * @throws InconsistentCountsException if one is less
     */
    static <K> Map<K, Integer> positive(Map<K, Integer> counts) {
        Map<K, Integer> positive = new HashMap<>();
        counts.forEach((key, count) -> {
            if (positive(count)) {
                positive.put(key, count);
            }
        });
        return positive;
    }

    private static boolean positive(int count) {
        if (count < 0) {
            throw new InconsistentCountsException("More responses were taken off than there were.");
        }
        return count > 0;
    }

    /** Counts the responses of one background. */
    private static final class GroupTally {

        private int respondents;
        private final Map<String, QuestionTally> questions = new HashMap<>();

        void count(Response response, int by) {
            respondents += by;
            response.answers().forEach((question, answers) -> {
                QuestionTally tally = questions.computeIfAbsent(question, key -> new QuestionTally());
                tally.respondents += by;
                answers.forEach(answer -> tally.answers.merge(answer, by, Integer::sum));
            });
        }

        void add(RoleCounts.Group group) {
            respondents += group.respondents();
            group.questions().forEach((key, question) -> {
                QuestionTally tally = questions.computeIfAbsent(key, any -> new QuestionTally());
                tally.respondents += question.respondents();
                RoleTally.add(question.answers(), tally.answers);
            });
        }

        RoleCounts.Group counts() {
            Map<String, RoleCounts.Question> counts = new HashMap<>();
            questions.forEach((key, question) -> {
                if (positive(question.respondents)) {
                    counts.put(key, new RoleCounts.Question(question.respondents, positive(question.answers)));
                }
            });
            return new RoleCounts.Group(respondents, counts);
        }
    }

    /** Counts the answers to one question. */
    private static final class QuestionTally {

        private int respondents;
        private final Map<String, Integer> answers = new HashMap<>();
    }
}
