package io.guidepost.related;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.guidepost.related.embedding.FakeModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store of vectors promises, on whatever database. */
abstract class GuideVectorsContract {

    abstract MongoDatabase database();

    private GuideVectors vectors(String model) {
        return new MongoGuideVectors(database(), new FakeModel(model));
    }

    @Test
    void a_vector_comes_back_bit_by_bit_and_belongs_to_its_model() {
        GuideVectors vectors = vectors("one");
        float[] vector = {0.1F, -2.5F, Float.MIN_VALUE};
        vectors.keep("ai@1", vector);
        vectors.keep("ux@1", new float[]{1});
        vectors("other").keep("law@1", new float[]{2});

        assertThat(vectors("one").publications()).containsExactlyInAnyOrder("ai@1", "ux@1");
        assertThat(vectors("one").load(List.of("ai@1", "law@1", "none@1"))).containsOnlyKeys("ai@1")
                .containsEntry("ai@1", vector);
    }

    @Test
    void a_vector_can_be_kept_again_and_dropped() {
        GuideVectors vectors = vectors("one");
        vectors.keep("ai@1", new float[]{1});
        vectors.keep("ai@1", new float[]{2});
        vectors.keep("ux@1", new float[]{3});
        vectors.drop(List.of("ux@1", "none@1"));

        assertThat(vectors.publications()).containsExactly("ai@1");
        assertThat(vectors.load(List.of("ai@1")).get("ai@1")).containsExactly(2);
    }

    @Test
    void of_centres_with_the_same_number_the_first_one_stays() {
        GuideVectors vectors = vectors("one");

        assertThat(vectors.centre().number()).isZero();
        assertThat(vectors.advance(new Centre(1, 3, new float[]{1}))).isTrue();
        assertThat(vectors.advance(new Centre(1, 4, new float[]{2}))).isFalse();
        assertThat(vectors.centre().guides()).isEqualTo(3);
        assertThat(vectors("other").centre().number()).isZero();

        for (int number = 2; number < 12; number++) {
            assertThat(vectors.advance(new Centre(number, 5, new float[]{number}))).isTrue();
        }
        assertThat(vectors.centre().number()).isEqualTo(11);
        assertThat(vectors.centre().mean()).containsExactly(11);
    }
}
