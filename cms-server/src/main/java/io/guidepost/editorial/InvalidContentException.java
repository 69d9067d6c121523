package io.guidepost.editorial;

import io.guidepost.content.Problem;
import java.util.List;

/** Content that cannot be stored, or not be handed to review; nothing has changed. */
public final class InvalidContentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    InvalidContentException(String message, List<Problem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong. */
    public List<Problem> problems() {
        return problems;
    }
}
