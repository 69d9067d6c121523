package io.guidepost.transfer;

import java.util.List;

/** Files that are not of the form they must be; nothing has changed. */
public final class MalformedContentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FileProblem> problems;

    MalformedContentException(List<FileProblem> problems) {
        super(sentence(problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, at least one problem. */
    public List<FileProblem> problems() {
        return problems;
    }

    private static String sentence(List<FileProblem> problems) {
        FileProblem first = problems.getFirst();
        String place = first.line() == null ? "" : " (line " + first.line() + ")";
        return first.file() + place + ": " + first.message()
                + (problems.size() > 1 ? " And " + (problems.size() - 1) + " more." : "");
    }
}
