package io.guidepost.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.ContentModel;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CheckSettingsTest {

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withBean(ContentModel.class, () -> Seed.MODEL).withUserConfiguration(ChecksConfiguration.class);
    private final Seed site = Seed.empty().with("faq", "Faq", """
            {slug: what-it-pays, question: Is a AI job for me?, answer: Yes.}
            """);

    @Test
    void without_settings_the_defaults_hold() {
        server.run(context -> assertThat(site.check(context.getBean(Checks.class), "faq")).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("wrong-article");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                }));
    }

    @Test
    void a_types_own_severity_goes_before_that_of_all_types() {
        server.withPropertyValues("guidepost.checks.severities.all.wrong-article=off",
                "guidepost.checks.severities.Faq.wrong-article=error")
                .run(context -> assertThat(site.check(context.getBean(Checks.class), "faq")).singleElement()
                        .extracting(Finding::severity).isEqualTo(Severity.ERROR));
    }

    @Test
    void a_check_can_be_switched_off() {
        server.withPropertyValues("guidepost.checks.severities.all.wrong-article=off")
                .run(context -> assertThat(site.check(context.getBean(Checks.class), "faq")).isEmpty());
    }

    @Test
    void unknown_codes_and_types_stop_the_start_and_are_all_named() {
        server.withPropertyValues("guidepost.checks.severities.all.wrong-artikel=off",
                "guidepost.checks.severities.Guide.wrong-article=off", "guidepost.checks.pages.Page=/pages/{slug}")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .isInstanceOf(FaultyCheckSettingsException.class)
                        .hasMessageContaining("severities.all.wrong-artikel: there is no check of that code")
                        .hasMessageContaining("severities.Guide: there is no document type of that name")
                        .hasMessageContaining("pages.Page: there is no document type of that name"));
    }

    @Test
    void a_rule_of_the_content_model_cannot_be_less_than_an_error() {
        server.withPropertyValues("guidepost.checks.severities.all.required=warning")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("a rule of the content model is always an error, not warning"));
    }

    @Test
    void an_address_without_a_place_for_the_slug_stops_the_start() {
        server.withPropertyValues("guidepost.checks.pages.Faq=/faqs")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("pages.Faq: an address starts with / and holds {slug} once"));
    }
}
