package io.guidepost.quiz;

/** A quiz definition that breaks the rules of one; the message says which in a sentence. */
public final class InvalidQuizException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidQuizException(String sentence) {
        super(sentence);
    }
}
