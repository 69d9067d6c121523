package io.guidepost.quiz.response;

import io.guidepost.quiz.NoQuizException;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.Quizzes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of each version of the quiz, to look up. A version never changes, so it is read once. */
final class QuizKeys {

    private final Quizzes quizzes;
    private final Map<Integer, Keys> versions = new ConcurrentHashMap<>();

    QuizKeys(Quizzes quizzes) {
        this.quizzes = quizzes;
    }

    /**
     * Those of the newest version.
     *
     * @throws NoQuizException if there is no quiz yet
     */
    Keys newest() {
        Quiz newest = quizzes.current();
        return versions.computeIfAbsent(newest.version(), any -> Keys.of(newest));
    }

    /** Those of a version; null: there is no such one. */
    @Nullable
    Keys of(int version) {
        Keys known = versions.get(version);
        return known != null
                ? known
                : quizzes.version(version).map(quiz -> versions.computeIfAbsent(version, any -> Keys.of(quiz)))
                        .orElse(null);
    }

    /**
     * The keys of one version.
     *
     * @param questions by key
     */
    record Keys(Set<String> backgrounds, Set<String> roles, Map<String, Question> questions) {

        private static Keys of(Quiz quiz) {
            return new Keys(
                    quiz.backgrounds().stream().map(Quiz.Background::key).collect(Collectors.toUnmodifiableSet()),
                    quiz.roles().stream().map(Quiz.Role::key).collect(Collectors.toUnmodifiableSet()),
                    quiz.questions().stream().collect(
                            Collectors.toUnmodifiableMap(Quiz.Question::key, Question::of)));
        }
    }

    /**
     * The answers to a question.
     *
     * @param multiple whether several may be chosen
     * @param open those that may be chosen
     * @param retired those that no longer may
     */
    record Question(boolean multiple, Set<String> open, Set<String> retired) {

        private static Question of(Quiz.Question question) {
            return new Question(question.multiple(), answers(question, answer -> !answer.retired()),
                    answers(question, Quiz.Answer::retired));
        }

        private static Set<String> answers(Quiz.Question question, Predicate<Quiz.Answer> which) {
            Function<Quiz.Answer, String> key = Quiz.Answer::key;
            return question.answers().stream().filter(which).map(key).collect(Collectors.toUnmodifiableSet());
        }
    }
}
