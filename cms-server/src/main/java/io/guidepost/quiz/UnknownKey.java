package io.guidepost.quiz;

import io.guidepost.content.Words;
import java.util.List;
import java.util.function.Function;

/**
 * Sentences that say that there is no such key, with what was probably meant: {@code The quiz has no role “ux-desinger”; did you mean
 * ux-designer?} Where nothing is close, they name what there is, up to ten.
 */
public final class UnknownKey {

    private static final int MOST_LISTED = 10;

    private UnknownKey() {}

    /** The quiz has no such role. */
    public static String role(Quiz quiz, String key) {
        return "The quiz has no role " + meant(key, keys(quiz.roles(), Quiz.Role::key), "its roles");
    }

    /** The quiz has no such background. */
    public static String background(Quiz quiz, String key) {
        return "The quiz has no background " + meant(key, keys(quiz.backgrounds(), Quiz.Background::key),
                "its backgrounds");
    }

    /** The quiz has no such question. */
    public static String question(Quiz quiz, String key) {
        return "The quiz has no question " + meant(key, keys(quiz.questions(), Quiz.Question::key), "its questions");
    }

    /** A question has no such answer. */
    static String answer(Quiz.Question question, String key) {
        return "The question “" + question.key() + "” has no answer " + meant(key, keys(question.answers(),
                Quiz.Answer::key), "its answers");
    }

    private static String meant(String key, List<String> known, String what) {
        return Words.quoted(key) + "; " + Words.closest(key, known).map(close -> "did you mean " + close + "?")
                .orElseGet(() -> what + " are " + listed(known) + ".");
    }

    private static String listed(List<String> known) {
        int more = known.size() - MOST_LISTED;
        String first = String.join(", ", known.subList(0, Math.min(known.size(), MOST_LISTED)));
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static <T> List<String> keys(List<T> items, Function<T, String> key) {
        return items.stream().map(key).toList();
    }
}
