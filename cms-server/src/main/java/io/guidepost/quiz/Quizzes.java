package io.guidepost.quiz;

import java.util.Optional;

/** Every version of the quiz definition. */
public interface Quizzes {

    /**
     * The newest version. One that another server stored may take a second to be seen.
     *
     * @return the quiz, or nothing before the first was stored
     */
    Optional<Quiz> latest();

    /**
     * The newest version, where there must be one.
     *
     * @return the quiz
     * @throws NoQuizException before the first was stored
     */
    default Quiz current() {
        return latest().orElseThrow(NoQuizException::new);
    }

    /**
     * The newest version, read anew: none that was stored before, wherever that was, is missed.
     *
     * @return the quiz
     * @throws NoQuizException before the first was stored
     */
    Quiz newest();

    /**
     * One version.
     *
     * @param version counted from 1
     * @return the quiz, or nothing if that version was never stored
     */
    Optional<Quiz> version(int version);

    /**
     * Stores a version. Storing the newest once more, unchanged, does nothing.
     *
     * @param quiz the definition
     * @return whether it is new
     * @throws QuizConflictException if that version is stored with other content, is older than the newest, or drops a
     *         key that the newest has
     */
    boolean store(Quiz quiz);
}
