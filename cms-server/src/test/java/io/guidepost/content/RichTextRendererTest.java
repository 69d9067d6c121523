package io.guidepost.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextRendererTest {

    private static final Figures FIGURES = (token, role) -> new Figure(token.text(), "33%", 32.67, 101, Instant.EPOCH,
            false);

    private static RichText render(String markdown) {
        return new RichTextRenderer().render(markdown, "ai-specialist", FIGURES);
    }

    @Test
    void figures_and_citations_are_resolved_in_every_form() {
        RichText text = render(
                "**Pay** rises by {{percent priority/earn-more}} [@bureau], and more [@other] [@bureau].");

        assertThat(text.text()).isEqualTo("Pay rises by 33% , and more  .");
        assertThat(text.figures()).singleElement().extracting(Figure::n).isEqualTo(101);
        assertThat(text.citations()).containsExactly(new Citation("bureau", 1), new Citation("other", 2),
                new Citation("bureau", 1));
        assertThat(text.html()).contains("<strong>Pay</strong>",
                "<data class=\"figure\" value=\"32.67\" title=\"n = 101\">33%</data>",
                "<sup class=\"citation\"><a href=\"#source-bureau\">1</a></sup>");
    }

    @Test
    void a_citation_in_a_sentence_is_found() {
        assertThat(new Markdown("So says [@bureau].").citations()).containsExactly("bureau");
    }

    @Test
    void code_is_left_as_it_is() {
        RichText text = render("`{{respondents}}` and `[@bureau]`");

        assertThat(text.figures()).isEmpty();
        assertThat(text.citations()).isEmpty();
        assertThat(text.text()).isEqualTo("{{respondents}} and [@bureau]");
    }

    @Test
    void deep_nesting_is_refused_and_still_rendered() {
        assertThat(new Markdown("> ".repeat(10_000) + "deep").mistakes()).isNotNull();
        assertThat(render("*a **a ".repeat(5_000)).html()).isNotEmpty();
        assertThat(render("[".repeat(20_000)).html()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))", "[a](java\tscript:alert(1))", "[a](&#106;avascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:x)", "![a](javascript:alert(1))",
        "![a](data:image/svg+xml,<svg/onload=alert(1)>)", "<a href=\"javascript:alert(1)\">a</a>",
        "<javascript:alert(1)>", "<iframe src=//x></iframe>", "<svg/onload=alert(1)>", "<style>*{}</style>",
        "[a](https://x.example \"onmouseover=alert(1)\")", "[a](https://x.example \"\\\" onmouseover=\\\"alert(1)\")",
        "[a]: javascript:alert(1)\n\n[a]", "```\"><script>alert(1)</script>\nx\n```", "<body onload=alert(1)>",
        "<object data=javascript:alert(1)>", "<math><mi xlink:href=\"javascript:alert(1)\">", "<form action=x>",
        "[a](\u0001javascript:alert(1))", "[@<script>]", "{{<script>}}", "<meta http-equiv=refresh>"})
    void nothing_that_could_run_survives(String markdown) {
        for (Element element : Jsoup.parseBodyFragment(render(markdown).html()).body().getAllElements()) {
            assertThat(element.tagName()).isNotIn("script", "iframe", "svg", "style", "object", "form", "meta", "math");
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on");
                if (attribute.getKey().equals("href") || attribute.getKey().equals("src")) {
                    assertThat(attribute.getValue().replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT))
                            .doesNotStartWith("javascript:").doesNotStartWith("data:").doesNotStartWith("vbscript:");
                }
            }
        }
    }
}
