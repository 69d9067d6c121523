package io.guidepost.quiz.response;

import java.util.List;

/** A response that does not fit the quiz. */
public final class InvalidResponseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<ResponseProblem> problems;

    InvalidResponseException(List<ResponseProblem> problems) {
        super("The response does not fit the quiz.");
        this.problems = List.copyOf(problems);
    }

    /**
     * Everything that is wrong with it.
     *
     * @return one problem at least
     */
    public List<ResponseProblem> problems() {
        return problems;
    }
}
