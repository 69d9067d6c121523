package io.guidepost.quiz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The seed quiz, in one version. */
public final class FakeQuizzes implements Quizzes {

    private final Quiz quiz = seed();

    private static Quiz seed() {
        try (InputStream yaml = FakeQuizzes.class.getResourceAsStream("/guidepost/seed-content/quiz/quiz.yaml")) {
            return QuizReader.yaml(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Quiz> latest() {
        return Optional.of(quiz);
    }

    @Override
    public Optional<Quiz> version(int version) {
        return version == quiz.version() ? latest() : Optional.empty();
    }

    @Override
    public boolean store(Quiz other) {
        throw new UnsupportedOperationException();
    }
}
