package io.guidepost.quiz.response;

import java.util.List;

/**
 * What became of the responses that were sent.
 *
 * @param received all of them
 * @param stored the new ones, which count from now on
 * @param duplicates those whose id was there already; the first one stands
 * @param rejected those that do not fit the quiz
 * @param problems of the rejected ones, the first hundred
 */
public record IngestReport(int received, int stored, int duplicates, int rejected, List<ResponseProblem> problems) {

    /** Copies the list. */
    public IngestReport {
        problems = List.copyOf(problems);
    }
}
