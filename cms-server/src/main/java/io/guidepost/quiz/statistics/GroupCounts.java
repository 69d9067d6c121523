package io.guidepost.quiz.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a snapshot keeps of a group of respondents. */
sealed interface GroupCounts {

    /** The counts of a group; null: there is no such group, or they are suppressed. */
    static @Nullable Shown shown(@Nullable GroupCounts group) {
        return group instanceof Shown shown ? shown : null;
    }

    /** The group is too small: nothing is kept, not even its size. */
    record Suppressed() implements GroupCounts {}

    /** The counts of a group; questions that are not told of the role are left out. */
    record Shown(int respondents, Map<String, AnswerCounts> questions) implements GroupCounts {

        public Shown {
            questions = Map.copyOf(questions);
        }

        /** What may be told of a group, if these questions may. */
        static Shown of(RoleCounts.Group group, Set<String> told) {
            Map<String, AnswerCounts> questions = new HashMap<>();
            group.questions().forEach((key, question) -> {
                if (told.contains(key)) {
                    questions.put(key, new AnswerCounts(question.respondents(), question.answers()));
                }
            });
            return new Shown(group.respondents(), questions);
        }

        /** The same as counts to reckon with. */
        RoleCounts.Group group() {
            Map<String, RoleCounts.Question> counts = new HashMap<>();
            questions.forEach((key, question) -> counts.put(key,
                    new RoleCounts.Question(question.respondents(), question.answers())));
            return new RoleCounts.Group(respondents, counts);
        }
    }

    /** How many of a group answered a question, and how many gave each answer; answers nobody gave are left out. */
    record AnswerCounts(int respondents, Map<String, Integer> answers) {

        public AnswerCounts {
            answers = Map.copyOf(answers);
        }
    }
}
