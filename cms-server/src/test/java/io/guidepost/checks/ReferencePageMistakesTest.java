package io.guidepost.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The mistakes of a real guide page, put into a guide that has none. */
class ReferencePageMistakesTest {

    private static final String GUIDE = "guide-ai-specialist";

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
        mistaken();

        assertThat(seed.check(checks, GUIDE)).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo(pointer);
        });
    }

    @Test
    void nothing_but_the_mistakes_is_reported() {
        mistaken();

        assertThat(seed.check(checks, GUIDE)).extracting(Finding::code).containsOnly("wrong-article",
                "contradicting-figure", "hand-typed-figure", "copied-text", "occupation-mismatch");
    }

    private void mistaken() {
        var guide = seed.copy(GUIDE);
        guide.put("roleWithArticle", "a AI specialist");
        within(guide, "whatTheyDo").put("intro", "What a AI specialist makes are systems that answer a question.");
        ((ArrayNode) Optional.ofNullable(guide.get("tldr")).orElseThrow()).set(2,
                guide.stringNode("32% name starting new projects from scratch as what they do best"));
        guide.put("pathIntro",
                "Three phases. As 34% of this group enjoy starting new projects from scratch, begin small.");
        within(guide, "timeline").put("note",
                within(seed.copy("guide-data-analyst"), "timeline").get("note").stringValue());
        within(guide, "outlook").put("occupation", "Data and analyst roles");
        seed.with(GUIDE, "RoleGuide", guide);
        var faq = seed.copy("faq-ai-specialist-need-a-degree");
        faq.put("answer", "No. Of those who ask, 31% prioritise earning more, and a degree costs them years.");
        seed.with("faq-ai-specialist-need-a-degree", "Faq", faq);
    }

    private static ObjectNode within(ObjectNode content, String field) {
        return (ObjectNode) Optional.ofNullable(content.get(field)).orElseThrow();
    }
}
