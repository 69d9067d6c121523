package io.guidepost.delivery.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitePropertiesTest {

    @Test
    void a_tag_is_written_as_it_is_by_convention() {
        assertThat(new SiteProperties("en").locale()).isEqualTo("en");
        assertThat(new SiteProperties("ZH-hant-tw").locale()).isEqualTo("zh-Hant-TW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "en_US", "English language", "e", "x-private", "und", "-"})
    void what_is_no_tag_of_a_language_stops_the_start(String tag) {
        assertThatThrownBy(() -> new SiteProperties(tag)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("guidepost.site.locale");
    }
}
