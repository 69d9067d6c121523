package io.guidepost.quiz.statistics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the responses that explore one role add up to, before anything is hidden: no reader ever gets it. Counts are of respondents and
 * never 0; whatever nobody is counted under is left out.
 *
 * @param backgrounds by key; each respondent has one
 * @param countries respondents by country
 * @param days respondents by the day (UTC) on which they answered, of late days alone
 * @param alsoExplored respondents by every other role that they explore too
 */
record RoleCounts(Map<String, Group> backgrounds, Map<String, Integer> countries, Map<LocalDate, Integer> days,
        Map<String, Integer> alsoExplored) {

    /** How many days before today count as recent. */
    static final int RECENT_DAYS = 30;

    static final RoleCounts NONE = new RoleCounts(Map.of(), Map.of(), Map.of(), Map.of());

    /** The maps are not to be changed afterwards. */
    RoleCounts {
        backgrounds = Collections.unmodifiableMap(backgrounds);
        countries = Collections.unmodifiableMap(countries);
        days = Collections.unmodifiableMap(days);
        alsoExplored = Collections.unmodifiableMap(alsoExplored);
    }

    /**
     * Respondents of one background.
     *
     * @param questions by key, of those that somebody answered
     */
    record Group(int respondents, Map<String, Question> questions) {

        /** The map is not to be changed afterwards. */
        Group {
            questions = Collections.unmodifiableMap(questions);
        }

        /** Nobody. */
        static final Group NOBODY = new Group(0, Map.of());

        /** How many answered a question. */
        int answered(String question) {
            Question asked = questions.get(question);
            return asked == null ? 0 : asked.respondents();
        }

        /** The same with these questions alone. */
        Group of(Set<String> some) {
            Map<String, Question> asked = new HashMap<>(questions);
            asked.keySet().retainAll(some);
            return new Group(respondents, asked);
        }

        /** Those of both together. */
        Group with(Group other) {
            Map<String, Question> sum = new HashMap<>(questions);
            other.questions.forEach((key, question) -> sum.merge(key, question, Question::with));
            return new Group(respondents + other.respondents, sum);
        }

        /** Those of this group who are not of the other one, which is a part of this. */
        Group without(Group other) {
            Map<String, Question> rest = new HashMap<>();
            questions.forEach((key, question) -> {
                Question removed = other.questions.get(key);
                Question left = removed == null ? question : question.without(removed);
                if (left.respondents() > 0) {
                    rest.put(key, left);
                }
            });
            return new Group(respondents - other.respondents, rest);
        }

        /** Whether no count is lower than the other group's. */
        boolean reaches(Group other) {
            return respondents >= other.respondents && other.questions.entrySet().stream().allMatch(
                    asked -> questions.getOrDefault(asked.getKey(), Question.UNANSWERED).reaches(asked.getValue()));
        }

        /**
         * Whether these may be all of an earlier group, and the other group nobody of it, with room to spare: in every count that the
         * other one has as well, there are more of these by now, and by so many in all and to each question.
         */
        boolean canAccountFor(Group earlier, Group other, int spare) {
            return reaches(earlier) && respondents >= earlier.respondents + spare
                    && earlier.questions.entrySet().stream().allMatch(asked -> questions.getOrDefault(asked.getKey(),
                            Question.UNANSWERED).canAccountFor(asked.getValue(),
                                    other.questions.getOrDefault(asked.getKey(), Question.UNANSWERED), spare));
        }
    }

    /**
     * How a group answered a question.
     *
     * @param respondents how many answered it
     * @param answers by key; of a question with several choices they may add up to more than its respondents
     */
    record Question(int respondents, Map<String, Integer> answers) {

        /** The map is not to be changed afterwards. */
        Question {
            answers = Collections.unmodifiableMap(answers);
        }

        /** Nobody answered. */
        static final Question UNANSWERED = new Question(0, Map.of());

        /** Those of both together. */
        Question with(Question other) {
            Map<String, Integer> sum = new HashMap<>(answers);
            other.answers.forEach((key, count) -> sum.merge(key, count, Integer::sum));
            return new Question(respondents + other.respondents, sum);
        }

        private Question without(Question other) {
            Map<String, Integer> rest = new HashMap<>(answers);
            other.answers.forEach((key, count) -> rest.computeIfPresent(key,
                    (answer, all) -> all > count ? all - count : null));
            return new Question(respondents - other.respondents, rest);
        }

        private boolean canAccountFor(Question earlier, Question other, int spare) {
            return other.respondents == 0 || (respondents >= earlier.respondents + spare
                    && other.answers.keySet().stream().allMatch(answer -> !earlier.answers.containsKey(answer)
                            || answers.getOrDefault(answer, 0) > earlier.answers.getOrDefault(answer, 0)));
        }

        private boolean reaches(Question other) {
            return respondents >= other.respondents && other.answers.entrySet().stream()
                    .allMatch(answer -> answers.getOrDefault(answer.getKey(), 0) >= answer.getValue());
        }
    }

    /** All backgrounds together. */
    Group all() {
        return backgrounds.values().stream().reduce(Group.NOBODY, Group::with);
    }

    /** How many answered on a day or one of the thirty before it. */
    int recent(LocalDate today) {
        LocalDate first = today.minusDays(RECENT_DAYS);
        return days.entrySet().stream().filter(day -> !day.getKey().isBefore(first) && !day.getKey().isAfter(today))
                .mapToInt(Map.Entry::getValue).sum();
    }
}
