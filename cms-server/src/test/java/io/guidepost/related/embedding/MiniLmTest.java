package io.guidepost.related.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiniLmTest {

    private static EmbeddingModel.Loaded model;
    private static WordPieces pieces;

    @BeforeAll
    static void load() throws IOException {
        model = new MiniLm().load();
        try (InputStream tokenizer = MiniLmTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            pieces = WordPieces.read(tokenizer);
        }
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static double cosine(String one, String another) {
        float[] first = model.embed(one);
        float[] second = model.embed(another);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += (double) first[i] * second[i];
        }
        return sum;
    }

    @Test
    void what_means_alike_is_closer_than_what_shares_words() {
        String asked = "The physician examines patients in a hospital.";

        assertThat(cosine(asked, "Doctors and nurses treat people who are ill.")).isGreaterThan(cosine(asked,
                "The examiner marks the papers in a school."));
    }

    /** As the model's publishers give them; eight bits make them a little different. */
    @ParameterizedTest
    @CsvSource({"That is a happy dog, 0.695", "That is a very happy person, 0.943", "Today is a sunny day, 0.257"})
    void sentences_are_as_close_as_the_model_has_them(String sentence, double expected) {
        assertThat(cosine("That is a happy person", sentence)).isEqualTo(expected, within(0.05));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "🦄", "مرحبا بالعالم", "東京", "a", "\uD800"})
    void every_text_has_a_vector_of_length_1(String text) {
        assertThat(cosine(text, text)).isEqualTo(1, within(0.0001));
    }

    @Test
    void a_text_may_be_of_any_length() {
        assertThat(model.embed("word ".repeat(10_000))).hasSize(384);
        assertThat(model.embed("x".repeat(10_000))).hasSize(384);
    }

    @Test
    void words_are_cut_as_the_model_was_taught() {
        assertThat(pieces.of("Hello, world!", 128)).containsExactly(101, 7592, 1010, 2088, 999, 102);
        assertThat(pieces.of("HÉLLO  world", 128)).containsExactly(101, 7592, 2088, 102);
        assertThat(pieces.of("embeddings", 128)).containsExactly(101, 7861, 8270, 4667, 2015, 102);
        assertThat(pieces.of("hello hello hello", 4)).containsExactly(101, 7592, 7592, 102);
        assertThat(pieces.of("x".repeat(101), 128)).containsExactly(101, 100, 102);
    }
}
