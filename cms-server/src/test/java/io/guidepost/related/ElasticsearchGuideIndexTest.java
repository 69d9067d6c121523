package io.guidepost.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.extension.RegisterExtension;
import io.guidepost.embedded.TestElasticsearch;
import io.guidepost.embedded.SharedElasticsearch;
import io.guidepost.related.GuideIndex.Guide;
import io.guidepost.related.GuideIndex.Match;
import io.guidepost.related.GuideIndex.Part;
import io.guidepost.related.GuideIndex.Question;
import io.guidepost.related.RelatedProperties.Embeddings;
import io.guidepost.related.RelatedProperties.Weights;
import io.guidepost.index.Entry;
import io.guidepost.index.SearchUnavailableException;
import io.guidepost.index.Written;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ElasticsearchGuideIndexTest {

    private static final int DIMENSIONS = 64;

    @RegisterExtension
    private static final SharedElasticsearch ELASTICSEARCH = new SharedElasticsearch();

    private final String alias = TestElasticsearch.alias("guides");
    private final GuideIndex index = index(DIMENSIONS);

    @BeforeEach
    void create() {
        index.create();
        index.open();
    }

    private GuideIndex index(int dimensions) {
        return new ElasticsearchGuideIndex(ELASTICSEARCH.client(), Clock.systemUTC(),
                new RelatedProperties(alias, new Weights(1, 160, 1, 20), new Embeddings(true)), dimensions);
    }

    private static void put(GuideIndex index, List<Guide> guides) {
        Written written = index.put(guides.stream().map(guide -> new Entry(guide.id(), guide.stamp(), guide)).toList());
        index.refresh();
        assertThat(written.done()).hasSameSizeAs(guides);
    }

    private static Guide guide(String id, String text, float[] vector, String... skills) {
        return new Guide(id, id + "@1", text, Stems.of(text).keySet(), Arrays.stream(skills).map(Stems::key)
                .toList(), id + "-role", vector);
    }

    /** Vectors that point into directions are as far from each other as can be. */
    private static float[] towards(int... directions) {
        float[] vector = new float[DIMENSIONS];
        for (int direction : directions) {
            vector[direction] = (float) Math.sqrt(1.0 / directions.length);
        }
        return vector;
    }

    private Question about(String text, float[] vector, List<String> skills, Map<String, Double> roles) {
        return new Question("asked", Questions.terms(text, index.frequencies()), vector, skills.stream().map(Stems::key)
                .toList(), roles);
    }

    @Test
    void the_stems_are_those_that_the_engine_makes() throws IOException {
        String text = "The nurses' and the company’s analyses: ran, running, RUNNERS; généralisation, naïve CO₂ 3.5 C++ "
                + "e-mail user_id 東京 hopping generously organisations skies dying it's to be x" + "y".repeat(300);

        List<String> made = ELASTICSEARCH.client().indices().analyze(request -> request.analyzer("english").text(text))
                .tokens()
                .stream().map(token -> token.token()).distinct().toList();

        assertThat(Stems.of(text).keySet()).hasSizeGreaterThan(15).containsExactlyElementsOf(made);
    }

    @Test
    void what_was_put_is_there_by_its_stamp_until_it_is_removed() {
        put(index, List.of(guide("one", "a baker bakes", towards(0)), guide("two", "a baker sells bread", null)));

        assertThat(index.stamps()).containsExactlyInAnyOrderEntriesOf(Map.of("one", "one@1", "two", "two@1"));
        assertThat(index.count()).isEqualTo(2);

        assertThat(index.remove(List.of("one", "gone")).refusal()).isNull();

        assertThat(index.stamps()).containsOnlyKeys("two");
    }

    @Test
    void it_knows_which_roles_the_guides_are_about() {
        assertThat(index.quizRoles()).isEmpty();

        put(index, List.of(guide("one", "bakers bake", towards(0)), guide("two", "a baker sells", towards(1))));

        assertThat(index.quizRoles()).containsExactlyInAnyOrder("one-role", "two-role");
    }

    @Test
    void it_counts_in_how_many_guides_each_stem_stands() {
        put(index, List.of(guide("one", "bakers bake", towards(0)), guide("two", "a baker sells", towards(1))));

        DocumentFrequencies frequencies = index.frequencies();

        assertThat(frequencies.isShared("baker")).isTrue();
        assertThat(frequencies.isShared("sell")).isFalse();
        assertThat(frequencies.rarity("sell")).isGreaterThan(frequencies.rarity("baker"));
    }

    @Test
    void guides_that_share_rare_words_are_closer_than_those_that_share_common_ones() {
        put(index, List.of(guide("asked", "work with sourdough and people", null),
                guide("far", "work with people", null), guide("near", "work with sourdough", null),
                guide("other", "work with people and numbers", null)));

        assertThat(index.similar(about("work with sourdough and people", null, List.of(), Map.of()), 10))
                .containsExactly("near", "far", "other");
    }

    @Test
    void a_guide_that_means_the_same_in_other_words_is_found_by_its_vector() {
        put(index, List.of(guide("asked", "physician", towards(1)), guide("far", "plumber", towards(2)),
                guide("near", "doctor", towards(1, 3)), guide("unembedded", "painter", null)));

        assertThat(index.similar(about("physician", towards(1), List.of(), Map.of()), 10)).containsExactly("near",
                "far");
    }

    @Test
    void rare_skills_in_common_count_for_more_than_common_ones_however_they_are_written() {
        put(index, List.of(guide("asked", "", null, "Reading", "Prompt engineering"), guide("far", "", null, "Reading"),
                guide("near", "", null, "engineering prompts"), guide("other", "", null, "Reading")));

        assertThat(index.similar(about("", null, List.of("Reading", "Prompt engineering"), Map.of()), 10)).startsWith(
                "near").containsExactlyInAnyOrder("near", "far", "other");
    }

    @Test
    void the_roles_that_quiz_takers_explore_as_well_come_the_stronger_first() {
        put(index, List.of(guide("asked", "", null), guide("far", "", null), guide("near", "", null),
                guide("unknown", "", null)));

        assertThat(index.similar(about("", null, List.of(), Map.of("far-role", 0.2, "near-role", 0.7)), 10))
                .containsExactly("near", "far");
    }

    @Test
    void a_guide_of_which_nothing_is_known_is_like_none() {
        put(index, List.of(guide("one", "a baker bakes", towards(0))));

        assertThat(index.similar(about("", null, List.of(), Map.of()), 10)).isEmpty();
    }

    @Test
    void the_parts_of_an_explained_score_add_up_to_it() {
        put(index, List.of(guide("asked", "bread and butter", towards(1), "Baking"),
                guide("all", "bread", towards(1, 2), "Baking"), guide("words", "bread and butter", null)));
        Question question = about("bread and butter", towards(1), List.of("Baking"), Map.of("all-role", 0.5));

        List<Match> matches = index.explain(question, 10);

        assertThat(matches).extracting(Match::id).isEqualTo(index.similar(question, 10)).containsExactly("all",
                "words");
        assertThat(matches.getFirst().parts()).containsOnlyKeys(Part.values());
        assertThat(matches.getFirst().parts().get(Part.VECTORS)).isCloseTo(160 * (1 + Math.sqrt(0.5)) / 2, within(1.0));
        assertThat(matches.getFirst().parts().get(Part.CO_INTEREST)).isCloseTo(10, within(0.01));
        assertThat(matches.getLast().parts()).containsOnlyKeys(Part.TEXT);
        assertThat(matches).allSatisfy(match -> assertThat(match.parts().values().stream().mapToDouble(
                Double::doubleValue).sum()).isCloseTo(match.score(), within(0.001)));
    }

    @Test
    void a_question_costs_one_search() throws IOException {
        put(index, List.of(guide("asked", "bread", towards(1), "Baking"), guide("one", "bread", towards(1), "Baking")));
        Question question = about("bread", towards(1), List.of("Baking"), Map.of("one-role", 1.0));
        long before = searches();

        assertThat(index.similar(question, 10)).containsExactly("one");

        assertThat(searches() - before).isEqualTo(1);
    }

    private long searches() throws IOException {
        return ELASTICSEARCH.client().indices().stats(request -> request.index(alias)).all().total().search()
                .queryTotal();
    }

    @Test
    void until_an_index_for_other_vectors_is_full_the_one_before_is_asked_for_all_but_vectors() {
        put(index, List.of(guide("asked", "bread", towards(1)), guide("before", "bread", towards(1))));
        GuideIndex next = index(2 * DIMENSIONS);
        Question question = new Question("asked", Map.of("bread", 1.0), new float[2 * DIMENSIONS], List.of(),
                Map.of());
        question.vector()[0] = 1;

        next.create();
        assertThat(next.borrow()).isTrue();
        put(next, List.of(guide("asked", "bread", null), guide("after", "bread", null)));

        assertThat(next.similar(question, 10)).containsExactly("before");
        assertThat(next.frequencies().isShared("bread")).isTrue();
        assertThat(next.explain(question, 10).getFirst().parts()).containsOnlyKeys(Part.TEXT);

        next.open();

        assertThat(next.similar(question, 10)).containsExactly("after");
        assertThat(index.similar(about("bread", towards(1), List.of(), Map.of()), 10)).containsExactly("before");
    }

    @Test
    void nothing_is_written_once_the_index_has_been_deleted_by_somebody() throws IOException {
        List<String> names = List
                .copyOf(ELASTICSEARCH.client().indices().get(request -> request.index(alias)).indices().keySet());
        ELASTICSEARCH.client().indices().delete(request -> request.index(names));

        assertThatThrownBy(() -> put(index, List.of(guide("one", "bread", null)))).isInstanceOf(
                SearchUnavailableException.class);
    }
}
