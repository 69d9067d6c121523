package io.guidepost.quiz;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

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

    /** Copies the maps. */
    RoleCounts {
        backgrounds = Map.copyOf(backgrounds);
        countries = Map.copyOf(countries);
        days = Map.copyOf(days);
        alsoExplored = Map.copyOf(alsoExplored);
    }

    /**
     * Respondents of one background.
     *
     * @param questions by key, of those that somebody answered
     */
    record Group(int respondents, Map<String, Question> questions) {

        /** Copies the map. */
        Group {
            questions = Map.copyOf(questions);
        }

        /** Those of both together. */
        Group with(Group other) {
            Map<String, Question> sum = new HashMap<>(questions);
            other.questions.forEach((key, question) -> sum.merge(key, question, Question::with));
            return new Group(respondents + other.respondents, sum);
        }
    }

    /**
     * How a group answered a question.
     *
     * @param respondents how many answered it
     * @param answers by key; of a question with several choices they may add up to more than its respondents
     */
    record Question(int respondents, Map<String, Integer> answers) {

        /** Copies the map. */
        Question {
            answers = Map.copyOf(answers);
        }

        /** Those of both together. */
        Question with(Question other) {
            Map<String, Integer> sum = new HashMap<>(answers);
            other.answers.forEach((key, count) -> sum.merge(key, count, Integer::sum));
            return new Question(respondents + other.respondents, sum);
        }
    }

    /** All backgrounds together. */
    Group all() {
        return backgrounds.values().stream().reduce(new Group(0, Map.of()), Group::with);
    }

    /** How many answered on a day or one of the thirty before it. */
    int recent(LocalDate today) {
        LocalDate first = today.minusDays(RECENT_DAYS);
        return days.entrySet().stream().filter(day -> !day.getKey().isBefore(first) && !day.getKey().isAfter(today))
                .mapToInt(Map.Entry::getValue).sum();
    }
}
