package io.guidepost.delivery.chart;

import io.guidepost.quiz.statistics.AnswerStatistics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What a chart says, before it is drawn. */
sealed interface Chart {

    /** What it is about. */
    ChartName name();

    /** The question. */
    String title();

    /** Whose answers they are, in words. */
    String group();

    /** All that the chart says, in words. */
    String description();

    /** Under everything else. */
    String footer();

    /**
     * The answers of a group that is large enough.
     *
     * @param respondents how many of the group answered the question
     * @param asOf when they were counted
     * @param answers the most frequent first
     * @param numbers how a count reads
     */
    record Bars(ChartName name, String title, String group, int respondents, Instant asOf,
            List<AnswerStatistics> answers, IntFunction<String> numbers) implements Chart {

        public Bars {
            answers = List.copyOf(answers);
        }

        @Override
        public String description() {
            return "Bar chart, the most frequent answer first. %s. n = %s, as of %s.".formatted(
                    answers.stream().map(answer -> "%s: %s, %s of %s".formatted(answer.label(), answer.display(),
                            number(answer.count()), number(respondents))).collect(Collectors.joining("; ")),
                    number(respondents), date(asOf));
        }

        @Override
        public String footer() {
            return "n = " + number(respondents) + " · as of " + date(asOf);
        }

        /** What stands at the end of a bar. */
        String value(AnswerStatistics answer) {
            return answer.display() + " (" + number(answer.count()) + ")";
        }

        private String number(int count) {
            return numbers.apply(count);
        }
    }

    /**
     * There are too few answers for figures.
     *
     * @param asOf when that was so
     */
    record TooFew(ChartName name, String title, String group, Instant asOf) implements Chart {

        static final String MESSAGE = "Too few answers to show.";

        @Override
        public String description() {
            return MESSAGE + " As of " + date(asOf) + ".";
        }

        @Override
        public String footer() {
            return "as of " + date(asOf);
        }
    }

    private static String date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
