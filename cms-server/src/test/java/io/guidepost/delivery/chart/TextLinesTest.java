package io.guidepost.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextLinesTest {

    private static final double WIDEST = 20;

    static Stream<String> awkward() {
        return Stream.of("W".repeat(200), "i".repeat(200), "学".repeat(200), "ー、。".repeat(70), "😀".repeat(200),
                "👩‍👩‍👧‍👦".repeat(60), "مرحبا بالعالم ".repeat(20), "ﷺ".repeat(50),
                "Donaudampfschifffahrtsgesellschaft".repeat(6),
                "a\u0301".repeat(200), "x ".repeat(200), "-".repeat(200), "क्षि".repeat(60));
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void no_line_is_wider_than_it_may_be_and_no_character_is_lost(String text) {
        List<String> lines = TextLines.of(text, WIDEST, 1_000);

        assertThat(lines).hasSizeGreaterThan(1).allSatisfy(line -> assertThat(GlyphWidths.of(line)).isLessThanOrEqualTo(
                WIDEST));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void words_stay_whole_where_they_fit() {
        assertThat(TextLines.of("Starting new projects from a blank page", 10, 9)).containsExactly(
                "Starting new", "projects from a", "blank page");
    }

    @Test
    void an_accent_stays_with_its_letter() {
        assertThat(TextLines.of("e\u0301".repeat(9), 3, 9)).allSatisfy(line -> assertThat(line).startsWith("e"));
    }

    @Test
    void a_character_of_more_parts_than_a_line_holds_is_broken() {
        String tower = String.join("\u200d", List.of("😀", "😀", "😀", "😀", "😀", "😀"));

        assertThat(TextLines.of(tower, 4, 9)).hasSizeGreaterThan(1).allSatisfy(line -> assertThat(GlyphWidths.of(line))
                .isLessThanOrEqualTo(4));
    }

    @Test
    void what_is_left_over_is_cut_off_visibly() {
        List<String> lines = TextLines.of("word ".repeat(100), WIDEST, 3);

        assertThat(lines).hasSize(3);
        assertThat(lines.getLast()).endsWith("…");
        assertThat(GlyphWidths.of(lines.getLast())).isLessThanOrEqualTo(WIDEST);
        assertThat(lines.getFirst()).doesNotContain("…");
    }

    @Test
    void nothing_is_no_line() {
        assertThat(TextLines.of(" ", WIDEST, 3)).isEmpty();
    }
}
