package io.guidepost.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkdownTest {

    private static final Set<String> ELEMENTS = Set.of("#root", "html", "head", "body", "a", "blockquote", "br", "code",
            "data", "em", "h1", "h2", "h3", "h4", "h5",
            "h6", "hr", "li", "ol", "p", "pre", "span", "strong", "sup", "ul");
    private static final Set<String> ATTRIBUTES = Set.of("href", "title", "class", "value", "start");

    private static final DocumentType NOTE = ContentModel
            .parse(Schemas.with("type Note @document(title: \"title\") { title: String! body: RichText! }"))
            .type("Note");

    private final RichTextRenderer renderer = new RichTextRenderer();

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>", "<img/src=x:y/onerror=alert(1)>", "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>", "<body onload=alert(1)>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">", "<object data=data:text/html;base64,PHNjcmlwdD4=></object>",
        "<embed src=javascript:alert(1)>",
        "<link rel=stylesheet href=javascript:alert(1)>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<base href=\"javascript:alert(1)//\">", "<form action=javascript:alert(1)><button>x</button></form>",
        "<a href=\"javascript:alert(1)\" onclick=alert(1)>x</a>", "<details open ontoggle=alert(1)>",
        "<style>@import 'javascript:alert(1)';</style>",
        "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>",
        "<?php <script>alert(1)</script> ?>",
        "<div style=\"background:url(javascript:alert(1))\">x</div>", "<javascript:alert(1)>", "<data:text/html,x>",
        "<vbscript:x>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&colon;alert(1))",
        "[x](javascript&#58;alert(1))",
        "[x](&#106;avascript:alert(1))", "[x](&#x6A;&#x61;vascript:alert(1))", "[x](java&#9;script:alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](java&NewLine;script:alert(1))", "[x](<java\tscript:alert(1)>)", "[x](< javascript:alert(1)>)",
        "[x](&#1;javascript:alert(1))",
        "[x](&#x200B;javascript:alert(1))", "[x](javascript\\:alert(1))", "[x](vbscript:msgbox(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](DATA:text/html,<script>alert(1)</script>)", "[x](file:///etc/passwd)", "[x](blob:https://example.org/1)",
        "[x](view-source:x)",
        "[x](feed:javascript:alert(1))", "[x][r]\n\n[r]: javascript:alert(1)", "[r]\n\n[r]: <java&#10;script:alert(1)>",
        "![x](javascript:alert(1))", "![x\"onerror=alert(1)](y)", "[x](y \"\\\" onmouseover=alert(1) \\\"\")",
        "[x](https://a\"onclick=alert(1))",
        "[x](/\"><script>alert(1)</script>)", "`<script>alert(1)</script>`",
        "```<script>\n<script>alert(1)</script>\n```",
        "```\"onclick=alert(1)\nx\n```", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "{{answer <script>/1}}", "[@<script>alert(1)</script>]", "{{<script>alert(1)</script>}}",
        "*<script*>alert(1)</script>",
        "<a href=\"x\" title=\"{{answer a/1}}\">", "\u0000<script>alert(1)</script>",
        "<\u0000script>alert(1)</script>"})
    void nothing_that_could_run_survives(String markdown) {
        for (var text : new String[]{markdown, "Before " + markdown + " after", "> - " + markdown}) {
            var rich = renderer.render(text, null, RichTextRendererTest::figure);
            assertHarmless(rich.html());
        }
    }

    @Test
    void a_figure_s_words_cannot_bring_html_in() {
        var hostile = "\"><script>alert(1)</script>";
        var rich = renderer.render("{{answer strength/1}} {{recent}}", null,
                (token, role) -> new Figure(hostile, hostile, null, null, Instant.EPOCH, false, null, Provenance.NONE));
        assertHarmless(rich.html());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("monsters")
    void a_monstrous_text_takes_bounded_time(String name, String markdown) {
        var content = Schemas.json("{}");
        content.put("body", markdown);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertHarmless(renderer.render(markdown, null, RichTextRendererTest::figure).html());
            NOTE.problems(content, Stage.PUBLISH);
            NOTE.references(content);
            NOTE.figures(content);
        });
    }

    static Stream<Arguments> monsters() {
        return Stream.of(Arguments.of("open brackets", "[".repeat(50_000)),
                Arguments.of("nested brackets", "[".repeat(10_000) + "x" + "]".repeat(10_000)),
                Arguments.of("nested links", "[".repeat(10_000) + "x" + "](y)".repeat(10_000)),
                Arguments.of("open links", "[a](".repeat(25_000)),
                Arguments.of("open angles in links", "[a](<b".repeat(15_000)),
                Arguments.of("open citations", "[@a".repeat(30_000)),
                Arguments.of("quotations", ">".repeat(10_000) + "x"),
                Arguments.of("quotations on lines", "> > > > > > > > > >\n".repeat(4_000)),
                Arguments.of("lists", "- ".repeat(10_000) + "x"), Arguments.of("open figures", "{{".repeat(50_000)),
                Arguments.of("figures", "{{percent a/b}}".repeat(6_000)),
                Arguments.of("emphasis", "*a ".repeat(16_000) + " a*".repeat(16_000)),
                Arguments.of("strong emphasis", "**a _".repeat(20_000)),
                Arguments.of("nested strong emphasis", "*".repeat(50_000) + "a" + "*".repeat(49_000)),
                Arguments.of("code spans", backticks()), Arguments.of("comments", "<!--".repeat(25_000)),
                Arguments.of("instructions", "<?".repeat(50_000)),
                Arguments.of("tags", "<a ".repeat(33_000)), Arguments.of("angles", "<".repeat(100_000)),
                Arguments.of("repeated references", "[a]: /" + "x".repeat(40_000) + "\n\n" + "[a]".repeat(18_000)),
                Arguments.of("entities", "&".repeat(100_000)), Arguments.of("escapes", "\\".repeat(100_000)),
                Arguments.of("blank lines", "\n".repeat(100_000)),
                Arguments.of("far too long", "{{x".repeat(1_000_000)));
    }

    @Test
    void a_text_nested_too_deep_is_reported_and_shown_as_plain_text() {
        var markdown = "*a ".repeat(1_000) + " a*".repeat(1_000);
        assertThat(Markdown.parse(markdown).problems("/body")).extracting(Problem::code).containsExactly("too-complex");
        assertThat(renderer.render(markdown, null, RichTextRendererTest::figure).html()).startsWith("<p>*a *a");
    }

    private static String backticks() {
        var text = new StringBuilder();
        for (int length = 1; text.length() < 99_000; length++) {
            text.append("`".repeat(length)).append(' ');
        }
        return text.toString();
    }

    @Test
    void the_test_for_harm_sees_harm() {
        for (var html : new String[]{"<script>x</script>", "<p onclick=x>x</p>", "<a href='java\tscript:x'>x</a>",
            "<a href=' data:x'>x</a>"}) {
            assertThat(Jsoup.parseBodyFragment(html).getAllElements()).anyMatch(element -> !isHarmless(element));
        }
    }

    private static void assertHarmless(String html) {
        assertThat(Jsoup.parse(html).getAllElements().stream().filter(element -> !isHarmless(element))).isEmpty();
    }

    private static boolean isHarmless(Element element) {
        return ELEMENTS.contains(element.normalName()) && element.attributes().asList().stream()
                .allMatch(attribute -> ATTRIBUTES.contains(attribute.getKey())
                        && (!attribute.getKey().equals("href")
                                || Set.of("", "http", "https", "mailto").contains(scheme(attribute.getValue()))));
    }

    /** As a browser sees it, which strips control characters and tabs. */
    private static String scheme(String address) {
        var seen = address.replaceAll("[\\x00-\\x20\\u200B]", "").toLowerCase(Locale.ROOT);
        var matcher = Pattern.compile("^([a-z][a-z0-9+.-]*):").matcher(seen);
        return matcher.find() ? matcher.group(1) : "";
    }
}
