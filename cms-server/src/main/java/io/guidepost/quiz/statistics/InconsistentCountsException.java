package io.guidepost.quiz.statistics;

/** What is to be counted on from cannot be what was counted: something is missing, or less than nothing would be left. */
final class InconsistentCountsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InconsistentCountsException(String message) {
        super(message);
    }
}
