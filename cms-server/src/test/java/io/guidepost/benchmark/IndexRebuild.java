package io.guidepost.benchmark;

import io.guidepost.related.RebuildTrial;
import io.guidepost.related.RebuildTrial.Outcome;
import java.util.List;
import java.util.Locale;

/**
 * How long the index of guides takes to be filled, and to be filled anew while it is searched. The guides are made up: some 1,800 words and a vector
 * each. Arguments: how many guides (10000), how many numbers a vector has (1152).
 */
public final class IndexRebuild {

    private IndexRebuild() {}

    public static void main(String[] arguments) throws Exception {
        int guides = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int dimensions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_152;
        try (RebuildTrial trial = new RebuildTrial(guides, dimensions)) {
            double filled = trial.fill();
            System.out.printf(Locale.ROOT, "%,d guides put into an empty index: %.1f s, %,.0f a second%n", guides,
                    filled,
                    guides / filled);
            Outcome outcome = trial.rebuild();
            System.out.printf(Locale.ROOT, "filled anew beside it: %.1f s, %,.0f a second%n", outcome.seconds(),
                    guides / outcome.seconds());
            List<Double> answers = outcome.answers();
            System.out.printf(Locale.ROOT,
                    "meanwhile %,d questions by one reader: %.1f ms (50 %%), %.1f ms (99 %%), not answered: %d%n",
                    answers.size(), answers.get(answers.size() / 2), answers.get(answers.size() * 99 / 100),
                    outcome.failures());
        }
    }
}
