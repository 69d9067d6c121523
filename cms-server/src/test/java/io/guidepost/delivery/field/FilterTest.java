package io.guidepost.delivery.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.DeliveryTestServer;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.reading.Readings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = DeliveryTestServer.class)
class FilterTest {

    @Autowired
    private Readings readings;
    @Autowired
    private Editions editions;

    static Stream<Map<String, Object>> filtersOfManyValues() {
        return Stream.of(Map.of("slugs", List.of("ai-specialist")),
                Map.of("publishedSince", Instant.EPOCH),
                Map.of("tags", List.of("data", "analytics")),
                Map.of("tags", List.of("data"), "slugs", List.of("data-analyst")));
    }

    @Test
    void all_documents_and_those_with_one_value_are_the_same_object_for_all_who_ask() {
        assertShared(null);
        assertShared(Map.of("tags", List.of("data")));
        assertShared(Map.of("hasFigure", true));
    }

    private void assertShared(@Nullable Map<String, Object> filter) {
        Filter.Matching matching = matching(filter);
        assertThat(matching.isShared()).isTrue();
        assertThat(matching(filter).bySlug()).isSameAs(matching.bySlug());
        Arrangement byTitle = new Arrangement(DocumentOrder.TITLE);
        assertThat(byTitle.of(matching(filter))).isSameAs(byTitle.of(matching));
    }

    @ParameterizedTest
    @MethodSource("filtersOfManyValues")
    void documents_that_are_picked_out_for_one_query_are_arranged_for_it_alone(Map<String, Object> filter) {
        Filter.Matching matching = matching(filter);

        assertThat(matching.isShared()).isFalse();
        Arrangement byTitle = new Arrangement(DocumentOrder.TITLE);
        assertThat(byTitle.of(matching)).isNotSameAs(byTitle.of(matching))
                .hasSameSizeAs(matching.bySlug());
    }

    private Filter.Matching matching(@Nullable Map<String, Object> filter) {
        return Filter.of(filter).matching("RoleGuide", readings.of(editions.newest()));
    }
}
