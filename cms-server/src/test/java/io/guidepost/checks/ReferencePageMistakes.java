package io.guidepost.checks;

import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The mistakes of a real guide page, for a guide that has none and a question on its page. */
final class ReferencePageMistakes {

    static final String GUIDE = "guide-ai-specialist";
    static final String FAQ = "faq-ai-specialist-need-a-degree";

    private ReferencePageMistakes() {}

    /** Puts them in; the site is the better without. */
    static void in(Seed seed) {
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
        var faq = seed.copy(FAQ);
        faq.put("answer", "No. Of those who ask, 31% prioritise earning more, and a degree costs them years.");
        seed.with(FAQ, "Faq", faq);
    }

    private static ObjectNode within(ObjectNode content, String field) {
        return (ObjectNode) Optional.ofNullable(content.get(field)).orElseThrow();
    }
}
