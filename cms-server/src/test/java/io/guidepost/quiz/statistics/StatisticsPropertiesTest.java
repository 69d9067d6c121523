package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The language of figures as the server is set up. */
class StatisticsPropertiesTest {

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer()).withUserConfiguration(Settings.class);

    @Test
    void figures_read_as_in_english_if_nothing_is_set() {
        server.run(context -> assertThat(context.getBean(StatisticsProperties.class).locale()).isEqualTo("en"));
    }

    @Test
    void figures_read_as_is_the_custom_of_the_language_of_the_content() {
        server.withPropertyValues("guidepost.site.locale=de").run(
                context -> assertThat(context.getBean(StatisticsProperties.class).format().number(3214))
                        .isEqualTo("3.214"));
    }

    @Test
    void figures_may_read_as_is_the_custom_of_another_one() {
        server.withPropertyValues("guidepost.site.locale=de", "guidepost.quiz.locale=de-CH").run(
                context -> assertThat(context.getBean(StatisticsProperties.class).format().number(3214))
                        .isEqualTo("3’214"));
    }

    @Test
    void what_is_no_language_stops_the_start() {
        server.withPropertyValues("guidepost.quiz.locale=en_US").run(
                context -> assertThat(context).getFailure()
                        .hasStackTraceContaining("`guidepost.quiz.locale` is the tag of the language")
                        .hasStackTraceContaining("none: en_US"));
    }

    /** No stereotype: never scanned. */
    @EnableConfigurationProperties(StatisticsProperties.class)
    static class Settings {}
}
