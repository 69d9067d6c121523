package io.guidepost.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CentreTest {

    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};
    private static final float[] NEARLY_EAST = {1, 0.1F};
    private static final float[] AS_NEARLY = {1, -0.1F};
    private static final float[] NONE = {0, 0};

    private static double cosine(float[] one, float[] another) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * another[i];
        }
        return sum;
    }

    @Test
    void half_of_a_vector_is_its_paragraphs_and_a_quarter_each_its_title_and_its_summary() {
        float[] guide = Centre.NONE.centred(Centre.whole(List.of(EAST, EAST), EAST, EAST));

        assertThat(cosine(guide, guide)).isCloseTo(1, within(1e-6));
        assertThat(cosine(guide, Centre.NONE.centred(Centre.whole(List.of(EAST), NORTH, NORTH)))).isCloseTo(0.5, within(
                1e-6));
        assertThat(cosine(guide, Centre.NONE.centred(Centre.whole(List.of(NORTH), EAST, NORTH)))).isCloseTo(0.25,
                within(1e-6));
    }

    @Test
    void what_all_guides_have_in_common_does_not_count() {
        float[] one = Centre.whole(List.of(NEARLY_EAST), NEARLY_EAST, NEARLY_EAST);
        float[] another = Centre.whole(List.of(AS_NEARLY), AS_NEARLY, AS_NEARLY);
        Centre many = new Centre(1, 1_000_000, Centre.whole(List.of(EAST), EAST, EAST));

        assertThat(cosine(Centre.NONE.centred(one), Centre.NONE.centred(another))).isGreaterThan(0.9);
        assertThat(cosine(many.centred(one), many.centred(another))).isLessThan(-0.9);
    }

    @Test
    void of_few_guides_little_is_taken_away() {
        float[] one = Centre.whole(List.of(NEARLY_EAST), NEARLY_EAST, NEARLY_EAST);
        float[] another = Centre.whole(List.of(AS_NEARLY), AS_NEARLY, AS_NEARLY);
        Centre few = new Centre(1, 2, Centre.whole(List.of(EAST), EAST, EAST));

        assertThat(cosine(few.centred(one), few.centred(another))).isGreaterThan(0.9);
    }

    @Test
    void a_guide_without_a_summary_has_the_length_of_others() {
        Centre many = new Centre(1, 1_000, Centre.whole(List.of(EAST), EAST, NORTH));
        float[] guide = many.centred(Centre.whole(List.of(NORTH), NORTH, NONE));

        assertThat(cosine(guide, guide)).isCloseTo(1, within(1e-6));
        assertThat(guide[4]).isZero();
        assertThat(guide[5]).isZero();
    }
}
