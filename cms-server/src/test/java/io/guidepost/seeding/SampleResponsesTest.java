package io.guidepost.seeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.QuizReader;
import io.guidepost.quiz.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleResponsesTest {

    private static final Instant IMPORTED = Instant.parse("2026-02-28T12:00:00Z");

    private final Quiz quiz = QuizReader.yaml(seed("quiz.yaml"));

    @Test
    void the_sample_is_the_same_every_time_and_moves_with_the_import() {
        List<Response> sample = SampleResponses.read(quiz, seed("sample.yaml")).leadingUpTo(IMPORTED);
        List<Response> later = SampleResponses.read(quiz, seed("sample.yaml"))
                .leadingUpTo(IMPORTED.plus(Duration.ofDays(10)));

        assertThat(sample).isEqualTo(SampleResponses.read(quiz, seed("sample.yaml")).leadingUpTo(IMPORTED));
        assertThat(later).extracting(Response::id).isEqualTo(sample.stream().map(Response::id).toList());
        assertThat(later.getFirst().at()).isEqualTo(sample.getFirst().at().plus(Duration.ofDays(10)));
    }

    @Test
    void it_has_3214_takers_from_136_countries_with_ids_of_their_own() {
        List<Response> sample = SampleResponses.read(quiz, seed("sample.yaml")).leadingUpTo(IMPORTED);

        assertThat(sample).hasSize(3214);
        assertThat(sample.stream().map(Response::country).distinct()).hasSize(136);
        assertThat(sample.stream().map(Response::id).distinct()).hasSize(3214)
                .startsWith("sample-00001")
                .endsWith("sample-03214");
    }

    @Test
    void quotas_that_do_not_add_up_are_refused() throws IOException {
        String yaml = new String(seed("sample.yaml").readAllBytes(), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(yaml.replaceFirst("earn-more: 14", "earn-more: 15")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("priority must add up");
        assertThatThrownBy(() -> read(yaml.replaceFirst("earn-more: 14", "earn-less: 14")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not have all of priority");
        assertThatThrownBy(() -> read(yaml.replace("respondents: 3214", "respondents: 3215")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all respondents");
    }

    private SampleResponses read(String yaml) {
        return SampleResponses.read(quiz, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream seed(String name) {
        return SampleResponsesTest.class.getResourceAsStream("/guidepost/seed-content/quiz/" + name);
    }
}
