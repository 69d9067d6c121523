package io.guidepost.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.Statistics.HandSetClock;
import io.guidepost.related.embedding.FakeModel;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.FakeLiveSites.Published;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class GuideEmbeddingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    private final FakeLiveSites sites = new FakeLiveSites();
    private final FakeGuides guides = new FakeGuides();
    private final FakeModel model = new FakeModel("fake");
    private final HandSetClock clock = new HandSetClock();
    private GuideVectors vectors;
    private GuideEmbedding embedding;

    @BeforeEach
    void start() {
        vectors = new MongoGuideVectors(mongo.database(), model);
        embedding = restarted(true);
    }

    private GuideEmbedding restarted(boolean enabled) {
        return new GuideEmbedding(sites, guides, vectors, model, clock, enabled);
    }

    private void publish(String... ids) {
        sites.publish(NOON, Stream.of(ids).map(id -> new Published("RoleGuide", id, id, JsonMapper.shared()
                .createObjectNode())).toList());
    }

    @Test
    void a_guide_is_embedded_once_when_it_is_live_also_after_a_restart() {
        publish("ai", "law");
        embedding.turn();
        int embedded = model.embedded;
        int generation = embedding.generation();

        embedding.turn();
        GuideEmbedding again = restarted(true);
        again.turn();

        assertThat(embedded).isPositive();
        assertThat(model.embedded).isEqualTo(embedded);
        assertThat(embedding.generation()).isEqualTo(generation);
        assertThat(again.has("ai@1")).isTrue();
        assertThat(again.of(List.of("ai@1", "none@1"))).containsOnlyKeys("ai@1")
                .containsEntry("ai@1", embedding.of(List.of("ai@1")).get("ai@1"));
    }

    @Test
    void a_server_that_has_just_started_knows_what_is_embedded_before_it_embeds() {
        publish("ai", "law");
        embedding.turn();

        GuideEmbedding again = restarted(true);

        assertThat(again.has("ai@1")).isTrue();
        assertThat(again.centre().number()).isEqualTo(embedding.centre().number()).isPositive();
        assertThat(restarted(false).has("ai@1")).isFalse();
    }

    @Test
    void a_new_publication_is_embedded_and_other_documents_are_not() {
        publish("ai");
        sites.publish(NOON, List.of(new Published("Faq", "faq", "faq", JsonMapper.shared().createObjectNode())));
        embedding.turn();
        publish("ai");
        embedding.turn();

        assertThat(vectors.publications()).containsExactlyInAnyOrder("ai@1", "ai@3");
        assertThat(embedding.isResting()).isTrue();
    }

    @Test
    void the_model_is_loaded_when_there_is_something_to_embed_and_leaves_after_a_minute_without() {
        embedding.turn();
        assertThat(model.loads).isZero();

        publish("ai");
        embedding.turn();
        clock.advance(Duration.ofSeconds(59));
        embedding.turn();
        assertThat(model.loads).isEqualTo(1);
        assertThat(model.closed).isZero();

        clock.advance(Duration.ofSeconds(2));
        embedding.turn();
        assertThat(model.closed).isEqualTo(1);

        publish("law");
        embedding.turn();
        assertThat(model.loads).isEqualTo(2);
    }

    @Test
    void a_model_that_fails_is_tried_again_after_a_while() {
        model.fails = true;
        publish("ai");
        embedding.turn();
        assertThat(embedding.has("ai@1")).isFalse();
        assertThat(embedding.isResting()).isTrue();

        model.fails = false;
        embedding.turn();
        assertThat(embedding.has("ai@1")).isFalse();

        clock.advance(Duration.ofSeconds(61));
        embedding.turn();
        assertThat(embedding.has("ai@1")).isTrue();
    }

    @Test
    void nothing_is_embedded_where_that_is_switched_off() {
        publish("ai");
        GuideEmbedding off = restarted(false);
        off.turn();

        assertThat(model.loads).isZero();
        assertThat(off.of(List.of("ai@1"))).isEmpty();
    }

    @Test
    void the_centre_moves_when_many_guides_have_changed_and_is_the_same_for_every_server() {
        publish(Stream.iterate(100, number -> number + 1).limit(20).map(number -> "guide-" + number)
                .toArray(String[]::new));
        embedding.turn();
        int first = embedding.centre().number();

        publish("guide-100", "guide-101");
        embedding.turn();
        assertThat(embedding.centre().number()).isEqualTo(first);

        publish("guide-102", "guide-103", "guide-104", "guide-105");
        embedding.turn();
        GuideEmbedding other = restarted(true);
        other.turn();

        assertThat(embedding.centre().number()).isEqualTo(first + 1);
        assertThat(other.centre().number()).isEqualTo(first + 1);
        assertThat(other.centre().guides()).isEqualTo(20);
    }

    @Test
    void vectors_of_what_is_no_longer_live_are_dropped_once_they_are_many() {
        for (int time = 0; time < 103; time++) {
            publish("ai");
            embedding.turn();
        }

        assertThat(vectors.publications()).hasSizeLessThan(10).contains("ai@103");
        assertThat(embedding.has("ai@103")).isTrue();
        assertThat(embedding.has("ai@1")).isFalse();
    }

    @Test
    void what_went_live_last_does_not_wait_for_all_that_went_live_before() {
        model.onEmbed = () -> clock.advance(Duration.ofSeconds(2));
        publish("ai", "law", "ux");
        embedding.turn();
        assertThat(embedding.isResting()).isFalse();

        sites.publish(NOON.plusSeconds(1), List.of(new Published("RoleGuide", "new", "new", JsonMapper.shared()
                .createObjectNode())));
        embedding.turn();

        assertThat(embedding.has("new@2")).isTrue();
        assertThat(vectors.publications()).hasSize(2);

        embedding.turn();
        embedding.turn();

        assertThat(vectors.publications()).hasSize(4);
    }

    @Test
    void a_centre_that_another_server_has_moved_is_noticed_within_a_minute() {
        publish("ai");
        embedding.turn();
        assertThat(vectors.advance(new Centre(embedding.centre().number() + 1, 1, new float[12]))).isTrue();
        int generation = embedding.generation();

        clock.advance(Duration.ofSeconds(61));
        embedding.turn();

        assertThat(embedding.centre().number()).isEqualTo(2);
        assertThat(embedding.generation()).isGreaterThan(generation);
    }
}
