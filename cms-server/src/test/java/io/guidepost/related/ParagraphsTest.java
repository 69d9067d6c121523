package io.guidepost.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {

    private static final String LONGER = "A paragraph that stands well by itself.";

    @Test
    void paragraphs_of_a_usual_length_stay_as_they_are_and_blank_lines_go() {
        assertThat(Paragraphs.of(List.of(LONGER + "\n\n  " + LONGER + " ", "", LONGER))).containsExactly(LONGER, LONGER,
                LONGER);
    }

    @Test
    void short_texts_are_joined_with_what_follows() {
        assertThat(Paragraphs.of(List.of("Baking", LONGER, "Mixing", "dough", "and more"))).containsExactly(
                "Baking " + LONGER, "Mixing dough and more");
    }

    @Test
    void long_paragraphs_are_cut_between_sentences() {
        List<String> paragraphs = Paragraphs.of(List.of((LONGER + " ").repeat(30).strip()));

        assertThat(paragraphs).hasSizeGreaterThan(2).allSatisfy(paragraph -> assertThat(paragraph)
                .hasSizeLessThanOrEqualTo(520).startsWith("A paragraph").endsWith("itself."));
        assertThat(String.join(" ", paragraphs)).isEqualTo((LONGER + " ").repeat(30).strip());
    }

    @Test
    void a_sentence_without_an_end_stays_whole() {
        assertThat(Paragraphs.of(List.of("word ".repeat(1_000).strip()))).hasSize(1);
    }
}
