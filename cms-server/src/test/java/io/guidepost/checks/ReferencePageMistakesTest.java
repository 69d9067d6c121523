package io.guidepost.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes of a real guide page, put into a guide that has none. */
class ReferencePageMistakesTest {

    private static final String GUIDE = ReferencePageMistakes.GUIDE;

    private final Checks checks = new Checks(Seed.MODEL, CheckSettings.defaults());
    private final Seed seed = Seed.content();

    @Test
    void the_guide_as_it_is_has_no_finding() {
        assertThat(seed.check(checks, GUIDE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"wrong-article, /roleWithArticle", "wrong-article, /whatTheyDo/intro",
        "contradicting-figure, /pathIntro",
        "contradicting-figure, /faqs/0", "hand-typed-figure, /pathIntro", "hand-typed-figure, /tldr/2",
        "copied-text, /timeline/note", "occupation-mismatch, /outlook/occupation"})
    void each_mistake_is_reported_by_its_own_code_where_it_stands(String code, String pointer) {
        ReferencePageMistakes.in(seed);

        assertThat(seed.check(checks, GUIDE)).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo(pointer);
        });
    }

    @Test
    void nothing_but_the_mistakes_is_reported() {
        ReferencePageMistakes.in(seed);

        assertThat(seed.check(checks, GUIDE)).extracting(Finding::code).containsOnly("wrong-article",
                "contradicting-figure", "hand-typed-figure", "copied-text", "occupation-mismatch");
    }
}
