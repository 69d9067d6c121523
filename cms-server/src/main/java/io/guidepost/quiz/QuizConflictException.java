package io.guidepost.quiz;

/** A quiz definition that cannot follow the stored one: its version is taken or past, or it drops a key. */
public final class QuizConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    QuizConflictException(String sentence) {
        super(sentence);
    }
}
