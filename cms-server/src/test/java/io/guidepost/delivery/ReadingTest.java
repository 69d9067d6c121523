package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.reading.Dependency;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.reading.Readings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ReadingTest extends DeliveryTest {

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
}
