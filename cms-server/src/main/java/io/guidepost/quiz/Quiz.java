package io.guidepost.quiz;

import io.guidepost.content.FigureCatalog;
import io.guidepost.content.FigureProblem;
import io.guidepost.content.FigureToken;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the quiz asks, in the order it asks. Keys are for good: a later version may reword labels, add keys and retire answers, and drops
 * none, so that old responses stay countable.
 *
 * @param version counted from 1
 * @param backgrounds where a taker may come from
 * @param roles the careers a taker may explore
 * @param questions with the answers to choose from
 */
public record Quiz(int version, List<Background> backgrounds, List<Role> roles, List<Question> questions)
        implements
            FigureCatalog {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 60;

    /**
     * Checks the definition.
     *
     * @throws InvalidQuizException if a key is malformed or used twice, or something is missing
     */
    public Quiz {
        require(version >= 1, "The version is counted from 1");
        backgrounds = distinct("background", backgrounds, Background::key);
        roles = distinct("role", roles, Role::key);
        questions = distinct("question", questions, Question::key);
    }

    /**
     * A role by its key.
     *
     * @param key such as {@code ai-specialist}
     * @return the role, or nothing if the quiz has none of that key
     */
    public Optional<Role> role(String key) {
        return roles.stream().filter(role -> role.key().equals(key)).findFirst();
    }

    /**
     * A background by its key.
     *
     * @param key such as {@code career-changer}
     * @return the background, or nothing if the quiz has none of that key
     */
    public Optional<Background> background(String key) {
        return backgrounds.stream().filter(background -> background.key().equals(key)).findFirst();
    }

    /**
     * A question by its key.
     *
     * @param key such as {@code priority}
     * @return the question, or nothing if the quiz has none of that key
     */
    public Optional<Question> question(String key) {
        return questions.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    @Override
    public Optional<FigureProblem> problem(FigureToken token, @Nullable String documentRole) {
        return new FigureCheck(this, documentRole).problem(token);
    }

    /** Every key with what it belongs to, as in {@code question/priority/earn-more}. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        backgrounds.forEach(background -> keys.add("background/" + background.key()));
        roles.forEach(role -> keys.add("role/" + role.key()));
        questions.forEach(question -> question.answers()
                .forEach(answer -> keys.add("question/" + question.key() + "/" + answer.key())));
        return keys;
    }

    private static <T> List<T> distinct(String what, List<T> items, Function<T, String> key) {
        require(!items.isEmpty(), "There must be a " + what);
        Set<String> seen = new HashSet<>();
        for (T item : items) {
            require(seen.add(key.apply(item)), "The " + what + " " + key.apply(item) + " is there twice");
        }
        return List.copyOf(items);
    }

    private static void checkKey(String key) {
        require(key.length() <= LONGEST_KEY && KEY.matcher(key).matches(),
                "A key is lower-case words joined by hyphens, of " + LONGEST_KEY + " characters at most");
    }

    private static void checkText(String text, String what) {
        require(!text.isBlank(), "A " + what + " must not be empty");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new InvalidQuizException(sentence + ".");
        }
    }

    /**
     * Where a taker comes from.
     *
     * @param key for good
     * @param label in the singular, as in a sentence
     */
    public record Background(String key, String label) {

        /** Checks key and label. */
        public Background {
            checkKey(key);
            checkText(label, "label");
        }
    }

    /**
     * A career that takers explore.
     *
     * @param key for good
     * @param label in the singular, as in a sentence
     */
    public record Role(String key, String label) {

        /** Checks key and label. */
        public Role {
            checkKey(key);
            checkText(label, "label");
        }
    }

    /**
     * A question.
     *
     * @param key for good
     * @param text the question's words
     * @param heading over the answers of a group
     * @param lead what leads into the answer in a sentence
     * @param highlight whether its most frequent answer opens a guide
     * @param multiple whether a taker may choose several answers
     * @param answers to choose from, and those that were retired
     */
    public record Question(String key, String text, String heading, String lead, boolean highlight, boolean multiple,
            List<Answer> answers) {

        /** Checks keys and texts. */
        public Question {
            checkKey(key);
            checkText(text, "question's text");
            checkText(heading, "heading");
            checkText(lead, "lead");
            answers = distinct("answer", answers, Answer::key);
        }

        /**
         * An answer by its key.
         *
         * @param key such as {@code earn-more}
         * @return the answer, or nothing if the question has none of that key
         */
        public Optional<Answer> answer(String key) {
            return answers.stream().filter(answer -> answer.key().equals(key)).findFirst();
        }
    }

    /**
     * An answer to choose.
     *
     * @param key for good, within its question
     * @param label as it is shown
     * @param retired whether it is no longer offered; it still counts where it was given
     */
    public record Answer(String key, String label, boolean retired) {

        /** Checks key and label. */
        public Answer {
            checkKey(key);
            checkText(label, "label");
        }
    }
}
