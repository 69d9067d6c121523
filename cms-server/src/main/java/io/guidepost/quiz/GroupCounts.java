package io.guidepost.quiz;

import java.util.Map;

/** What a snapshot keeps of a group of respondents. */
sealed interface GroupCounts {

    /** The group is too small: nothing is kept, not even its size. */
    record Suppressed() implements GroupCounts {}

    /** The counts of a group; questions that too few of the group answered are left out. */
    record Shown(int respondents, Map<String, AnswerCounts> questions) implements GroupCounts {

        public Shown {
            questions = Map.copyOf(questions);
        }
    }

    /** How many of a group answered a question, and how many gave each answer; answers nobody gave are left out. */
    record AnswerCounts(int respondents, Map<String, Integer> answers) {

        public AnswerCounts {
            answers = Map.copyOf(answers);
        }
    }
}
