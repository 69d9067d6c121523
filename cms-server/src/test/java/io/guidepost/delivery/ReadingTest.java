package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.changes.Change;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.reading.Dependency;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.reading.Readings;
import io.guidepost.related.RelatedCareers.Related;
import io.guidepost.release.LiveDocument;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@DirtiesContext
class ReadingTest extends DeliveryTest {

    @Test
    void where_a_change_is_shown_is_found_out_once(@Autowired Readings readings, @Autowired Editions editions) {
        Reading reading = readings.of(editions.newest());
        Change change = reading.changes("1.2").all().getFirst();

        assertThat(reading.shown(change)).isSameAs(reading.shown(change));
    }

    @ParameterizedTest
    @ValueSource(strings = {"statistics", "edition", "redirects"})
    void a_document_is_noted_whatever_its_id_is(String id, @Autowired Readings readings,
            @Autowired Editions editions) {
        Reading reading = readings.of(editions.newest());
        assertThat(reading.site()).isNotNull();
        assertThat(reading.edition()).isNotNull();
        assertThat(reading.redirects()).isNotNull();
        assertThat(reading.byId(id)).isNull();

        assertThat(reading.dependencies()).contains(new Dependency.OfDocument(id, null));
    }

    @Test
    void related_careers_are_searched_for_once_also_while_the_search_engine_is_away(@Autowired Readings readings,
            @Autowired Editions editions, @Autowired FakeRelatedCareers careers) {
        careers.find("guide-researcher", true);
        Reading reading = readings.of(editions.newest());
        LiveDocument guide = Objects.requireNonNull(reading.byId("guide-ai-specialist"));

        Related first = reading.related(guide, List.of(), List.of(), 3);

        assertThat(first.degraded()).isTrue();
        assertThat(reading.related(guide, List.of(), List.of(), 3)).isSameAs(first);
    }
}
