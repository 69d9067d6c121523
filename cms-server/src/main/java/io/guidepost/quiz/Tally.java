package io.guidepost.quiz;

import io.guidepost.quiz.GroupCounts.AnswerCounts;
import java.util.HashMap;
import java.util.Map;

/** Counts the answers of one group. */
final class Tally {

    private int respondents;
    private final Map<String, Integer> answered = new HashMap<>();
    private final Map<String, Map<String, Integer>> given = new HashMap<>();

    void add(Response response) {
        respondents++;
        response.answers().forEach((question, answers) -> {
            answered.merge(question, 1, Integer::sum);
            Map<String, Integer> counts = given.computeIfAbsent(question, key -> new HashMap<>());
            answers.forEach(answer -> counts.merge(answer, 1, Integer::sum));
        });
    }

    GroupCounts counts(Suppression suppression) {
        if (suppression.hides(respondents)) {
            return new GroupCounts.Suppressed();
        }
        Map<String, AnswerCounts> questions = new HashMap<>();
        given.forEach((question, counts) -> {
            int n = answered.getOrDefault(question, 0);
            if (!suppression.hides(n)) {
                questions.put(question, new AnswerCounts(n, counts));
            }
        });
        return new GroupCounts.Shown(respondents, questions);
    }
}
