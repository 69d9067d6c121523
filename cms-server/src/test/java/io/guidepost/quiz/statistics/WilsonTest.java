package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guidepost.content.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    /** The first four are those of R. G. Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"81, 263, 25.53, 36.62", "15, 148, 6.24, 16.05", "0, 20, 0, 16.11", "1, 29, 0.61, 17.18",
        "33, 101, 24.31, 42.31", "1, 5, 3.62, 62.45", "0, 10, 0, 27.75", "10, 10, 72.25, 100", "14, 40, 22.13, 50.49"})
    void an_interval_is_the_one_that_is_published(int count, int n, double low, double high) {
        Interval interval = Wilson.interval(count, n);

        assertThat(interval.low()).isEqualTo(low, within(0.005));
        assertThat(interval.high()).isEqualTo(high, within(0.005));
    }

    @Test
    void nobody_and_everybody_are_bounds_exactly() {
        for (int n = 1; n < 2000; n++) {
            assertThat(Wilson.interval(0, n).low()).isZero();
            assertThat(Wilson.interval(n, n).high()).isEqualTo(100);
        }
    }

    @Test
    void the_share_lies_within_its_interval_which_narrows_as_more_are_asked() {
        double width = 100;
        for (int n = 10; n < 1_000_000; n *= 3) {
            Interval interval = Wilson.interval(n / 3, n);

            assertThat(100.0 * (n / 3) / n).isBetween(interval.low(), interval.high());
            assertThat(interval.high() - interval.low()).isLessThan(width);
            width = interval.high() - interval.low();
        }
    }
}
