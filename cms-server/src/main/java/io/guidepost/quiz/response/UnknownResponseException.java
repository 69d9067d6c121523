package io.guidepost.quiz.response;

/** There is no response of an id. */
public final class UnknownResponseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownResponseException() {
        super("There is no response of this id.");
    }
}
