package io.guidepost.quiz;

/** There is no quiz definition yet, so that nothing can be counted. */
public final class NoQuizException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoQuizException() {
        super("There is no quiz yet; store its definition first.");
    }
}
