package io.guidepost.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.search.Highlight.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExcerptsTest {

    private static final String HIT = Marks.BEGIN + "data" + Marks.END;

    private static String text(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    private static long hits(List<Part> parts) {
        return parts.stream().filter(Part::hit).count();
    }

    @Test
    void what_is_short_is_shown_whole() {
        assertThat(Excerpts.of("Look at " + HIT + ".")).containsExactly(new Part("Look at ", false),
                new Part("data", true), new Part(".", false));
        assertThat(text(Excerpts.of(HIT + " " + "x".repeat(195)))).hasSize(200).doesNotContain("\u2026");
        assertThat(Excerpts.of("")).isEmpty();
    }

    @Test
    void what_is_long_is_cut_between_words_on_both_sides_of_what_was_found() {
        String words = "some words that go on, ".repeat(12);

        List<Part> parts = Excerpts.of(words + HIT + " and " + words);

        assertThat(text(parts)).startsWith("\u2026 that go on, some words that go on, data")
                .contains(" go on, data and some")
                .endsWith(" \u2026").hasSizeBetween(150, 204);
        assertThat(text(parts).replace("\u2026 ", "").replace(" \u2026", "")).matches(
                "(?:(?:some|words|that|go|on|data|and)(?:, ?| |$))+");
        assertThat(hits(parts)).isEqualTo(1);
    }

    @Test
    void what_is_found_early_is_shown_from_the_beginning_and_late_to_the_end() {
        String words = "some words that go on ".repeat(12).strip();

        assertThat(text(Excerpts.of("Of " + HIT + " " + words))).startsWith("Of data some").endsWith(" \u2026");
        assertThat(text(Excerpts.of(words + " of " + HIT + "."))).startsWith("\u2026 ").endsWith("of data.")
                .hasSizeBetween(180, 203);
    }

    @Test
    void the_part_with_most_words_that_were_found_is_shown() {
        String words = "some words that go on ".repeat(12);

        List<Part> parts = Excerpts.of(HIT + " first " + words + HIT + " second " + HIT + " third " + words);

        assertThat(text(parts)).contains("data second data third").doesNotContain("first");
        assertThat(hits(parts)).isEqualTo(2);
    }

    @Test
    void there_are_never_two_ellipses_at_one_cut_nor_a_comma_before_one() {
        String figures = "a share of \u2026 and ".repeat(15);
        String commas = "yes, no; ".repeat(40);

        assertThat(text(Excerpts.of(figures + HIT + " " + figures))).doesNotContain("\u2026 \u2026",
                "\u2026\u2026");
        assertThat(text(Excerpts.of(HIT + " " + commas))).matches(".*\\w \u2026");
    }

    @Test
    void a_text_without_blanks_is_cut_as_well() {
        String japanese = "\u30c7\u30fc\u30bf\u306f\u3059\u3070\u3089\u3057\u3044".repeat(40);

        assertThat(text(Excerpts.of(japanese + HIT + japanese))).contains("data").hasSizeBetween(100, 204);
        assertThat(text(Excerpts.of("\ud83d\ude80".repeat(200) + HIT + "\ud83d\ude80".repeat(200)))).contains("data")
                .hasSizeLessThanOrEqualTo(204).doesNotContainPattern("[\ud800-\udbff](?![\udc00-\udfff])");
    }

    @Test
    void no_more_parts_come_than_front_ends_expect() {
        List<Part> parts = Excerpts.of((HIT + "-").repeat(30));

        assertThat(parts).hasSize(20);
        assertThat(text(parts)).startsWith("data-data-").contains("-".repeat(1)).hasSizeGreaterThan(100);
    }

    @Test
    void of_several_lines_the_one_with_most_is_shown() {
        assertThat(text(Excerpts.of("Of " + HIT + "\n" + HIT + " is " + HIT + "\u2029nothing"))).isEqualTo(
                "data is data");
        assertThat(text(Excerpts.of("One " + HIT + "\nother " + HIT))).as("the first of equals").isEqualTo("One data");
    }
}
