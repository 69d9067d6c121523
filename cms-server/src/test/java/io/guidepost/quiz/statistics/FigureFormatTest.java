package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.content.Interval;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | 3,214      | 33%      | 24–42%      | 1st
            de    | 3.214      | 33\u00a0% | 24–42\u00a0% | 1
            fr    | 3\u202f214 | 33\u00a0% | 24–42\u00a0% | 1
            de-CH | 3’214      | 33%      | 24–42%      | 1
            tr    | 3.214      | %33      | %24–42      | 1
            hi-u-nu-deva | ३,२१४ | ३३%     | २४–४२%      | १
            """)
    void figures_read_as_is_the_custom_of_the_language(String tag, String number, String percent, String range,
            String rank) {
        FigureFormat format = FigureFormat.of(tag);

        assertThat(format.number(3214)).isEqualTo(number.translateEscapes());
        assertThat(format.percent(33, 101)).isEqualTo(percent.translateEscapes());
        assertThat(format.range(Wilson.interval(33, 101))).isEqualTo(range.translateEscapes());
        assertThat(format.rank(1)).isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource({"0, 7, 0%", "1, 200, 1%", "1, 201, 0%", "1, 8, 13%", "5, 40, 13%", "67, 200, 34%", "199, 200, 100%",
        "198, 200, 99%", "7, 7, 100%", "1234567, 9999999, 12%"})
    void a_share_is_rounded_half_up(int count, int n, String percent) {
        assertThat(FigureFormat.of("en").percent(count, n)).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"1, 1st", "2, 2nd", "3, 3rd", "4, 4th", "10, 10th", "11, 11th", "12, 12th", "13, 13th", "21, 21st",
        "22, 22nd",
        "101, 101st", "111, 111th"})
    void a_rank_is_an_ordinal_number(int rank, String text) {
        assertThat(FigureFormat.of("en-GB").rank(rank)).isEqualTo(text);
    }

    @Test
    void a_range_without_extent_is_one_share() {
        assertThat(FigureFormat.of("en").range(new Interval(32.6, 33.4))).isEqualTo("33%");
        assertThat(FigureFormat.of("en").range(new Interval(32.4, 33.4))).isEqualTo("32–33%");
        assertThat(FigureFormat.of("en").range(new Interval(0, 0.5))).isEqualTo("0–1%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en_US", "English language", "x-private", "und", "-"})
    void what_is_no_tag_of_a_language_stops_the_start(String tag) {
        assertThatThrownBy(() -> new StatisticsProperties(5, Duration.ofSeconds(1), Duration.ZERO, 1000, tag))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("guidepost.quiz.locale")
                .hasMessageEndingWith("none: " + tag);
    }
}
