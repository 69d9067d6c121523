package io.guidepost.release;

import java.util.List;

/** A release that would break a rule of the live site; nothing has changed. */
public final class ReleaseRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<ReleaseProblem> problems;

    /** A refusal for some reasons, at least one. */
    public ReleaseRefusedException(List<ReleaseProblem> problems) {
        super("The release cannot be made: " + problems.getFirst().message()
                + (problems.size() > 1 ? " And " + (problems.size() - 1) + " more." : ""));
        this.problems = List.copyOf(problems);
    }

    /** Every reason, at least one. */
    public List<ReleaseProblem> problems() {
        return problems;
    }
}
