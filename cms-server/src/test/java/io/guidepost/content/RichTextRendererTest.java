package io.guidepost.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RichTextRendererTest {

    private static final Instant NOW = Instant.parse("2026-02-28T09:30:00Z");

    private final RichTextRenderer renderer = new RichTextRenderer();

    @Test
    void plain_markdown_becomes_html_and_text() {
        var rich = render(
                "# Heading\n\nSome *soft*\n**strong** `code` [words](https://example.org \"a title\").\n\n- one\n- two\n\n> quoted\n");
        assertThat(rich.html()).isEqualTo("""
                <h1>Heading</h1>
                <p>Some <em>soft</em>
                <strong>strong</strong> <code>code</code> <a href="https://example.org" title="a title">words</a>.</p>
                <ul>
                <li>one</li>
                <li>two</li>
                </ul>
                <blockquote>
                <p>quoted</p>
                </blockquote>""");
        assertThat(rich.text()).isEqualTo("Heading\nSome soft strong code words.\none\ntwo\nquoted");
    }

    @Test
    void the_markdown_is_kept_as_it_was_written() {
        assertThat(render("  a  \n\n").markdown()).isEqualTo("  a  \n\n");
        assertThat(render("").html()).isEmpty();
    }

    @Test
    void a_figure_is_resolved_with_its_value_and_n() {
        var rich = render("About {{percent priority/earn-more}} agree.");
        assertThat(rich.html())
                .isEqualTo("<p>About <data class=\"figure\" value=\"32.67\" title=\"n = 101\">33%</data> agree.</p>");
        assertThat(rich.text()).isEqualTo("About 33% agree.");
        assertThat(rich.figures())
                .containsExactly(new Figure("percent priority/earn-more", "33%", 33 / 1.01, 101, NOW, false, null,
                        Provenance.NONE));
    }

    @Test
    void a_label_is_a_figure_without_a_value() {
        assertThat(render("Mostly {{answer strength/1}}.").html())
                .isEqualTo("<p>Mostly <span class=\"figure\" title=\"n = 101\">solve &lt;puzzles&gt;</span>.</p>");
    }

    @Test
    void a_range_is_a_figure_without_a_value_and_a_rank_has_one() {
        assertThat(render("{{range priority/earn-more}}, {{rank priority/earn-more}}").html())
                .isEqualTo("<p><span class=\"figure\" title=\"n = 101\">24–42%</span>, "
                        + "<data class=\"figure\" value=\"1\" title=\"n = 101\">1st</data></p>");
    }

    @Test
    void a_suppressed_figure_says_so_and_tells_nothing() {
        var rich = render("Some {{recent}} people.");
        assertThat(rich.html())
                .isEqualTo("<p>Some <span class=\"figure suppressed\">too few answers to show</span> people.</p>");
        assertThat(rich.text()).isEqualTo("Some too few answers to show people.");
        assertThat(rich.figures()).containsExactly(Figure.suppressed("recent", NOW, Provenance.NONE));
    }

    @Test
    void the_role_of_the_document_reaches_the_figures() {
        var rich = renderer.render("{{respondents}} {{respondents for ux}}", "ai-specialist",
                (token, role) -> new Figure(token.text(), token.role().orElse(role), 1.0, 1, NOW, false, null,
                        Provenance.NONE));
        assertThat(rich.text()).isEqualTo("ai-specialist ux");
    }

    @Test
    void figures_stand_in_emphasis_headings_lists_and_links() {
        assertThat(render("## {{percent a/b}}\n\n- **{{percent a/b}}** [{{percent a/b}}](/x)").text())
                .isEqualTo("33%\n33% 33%");
    }

    @Test
    void a_figure_may_be_wrapped_over_two_lines() {
        assertThat(render("About {{percent\npriority/earn-more}} agree.").text()).isEqualTo("About 33% agree.");
    }

    @Test
    void a_source_keeps_its_number_however_often_it_is_cited() {
        var rich = render("One [@bls-data]. Two [@oecd][@bls-data].");
        assertThat(rich.html()).isEqualTo("<p>One <sup class=\"citation\"><a href=\"#source-bls-data\">1</a></sup>. "
                + "Two <sup class=\"citation\"><a href=\"#source-oecd\">2</a></sup>"
                + "<sup class=\"citation\"><a href=\"#source-bls-data\">1</a></sup>.</p>");
        assertThat(rich.text()).isEqualTo("One. Two.");
        assertThat(rich.citations()).containsExactly(new Citation("bls-data", 1), new Citation("oecd", 2));
    }

    @Test
    void an_exclamation_mark_before_a_citation_stays() {
        var rich = render("Growing![@bls-data]");
        assertThat(rich.text()).isEqualTo("Growing!");
        assertThat(rich.citations()).containsExactly(new Citation("bls-data", 1));
    }

    @Test
    void code_and_escaped_marks_are_left_alone() {
        var rich = render("`{{recent}} [@bls]` \\{{recent}} \\[@bls]\n\n    {{recent}}\n\n```\n[@bls]\n```\n");
        assertThat(rich.figures()).isEmpty();
        assertThat(rich.citations()).isEmpty();
        assertThat(rich.text()).isEqualTo("{{recent}} [@bls] {{recent}} [@bls]\n{{recent}}\n[@bls]");
    }

    @Test
    void what_is_malformed_shows_as_it_was_typed() {
        var rich = render("{{percnt a/b}} {{open [@No Slug] [@open");
        assertThat(rich.text()).isEqualTo("{{percnt a/b}} {{open [@No Slug] [@open");
        assertThat(rich.html()).isEqualTo("<p>{{percnt a/b}} {{open [@No Slug] [@open</p>");
    }

    @Test
    void html_shows_as_it_was_typed_and_figures_in_it_are_resolved() {
        var rich = render("<div class=\"x\">\n{{percent a/b}} <b>bold</b>\n</div>");
        assertThat(rich.html()).isEqualTo(
                "<p>&lt;div class=\"x\"&gt;\n<data class=\"figure\" value=\"32.67\" title=\"n = 101\">33%</data> "
                        + "&lt;b&gt;bold&lt;/b&gt;\n&lt;/div&gt;</p>");
        assertThat(rich.text()).isEqualTo("<div class=\"x\"> 33% <b>bold</b> </div>");
    }

    @Test
    void addresses_in_angle_brackets_are_links() {
        assertThat(render("<https://example.org/a> <me@example.org>").html())
                .isEqualTo(
                        "<p><a href=\"https://example.org/a\">https://example.org/a</a> <a href=\"mailto:me@example.org\">me@example.org</a></p>");
    }

    @Test
    void relative_and_mail_addresses_are_kept() {
        assertThat(render("[a](/guides/x?y=1#z) [b](other) [c](#part) [d](mailto:me@example.org)").html()).isEqualTo(
                "<p><a href=\"/guides/x?y=1#z\">a</a> <a href=\"other\">b</a> <a href=\"#part\">c</a> <a href=\"mailto:me@example.org\">d</a></p>");
    }

    @Test
    void an_image_is_its_description() {
        assertThat(render("![a *chart*](https://example.org/chart.png)").html()).isEqualTo("<p>a <em>chart</em></p>");
    }

    private RichText render(String markdown) {
        return renderer.render(markdown, null, RichTextRendererTest::figure);
    }

    static Figure figure(FigureToken token, @Nullable String role) {
        return switch (token) {
            case FigureToken.Percent percent ->
                new Figure(percent.text(), "33%", 33 / 1.01, 101, NOW, false, null, Provenance.NONE);
            case FigureToken.Answer answer ->
                new Figure(answer.text(), "solve <puzzles>", null, 101, NOW, false, null, Provenance.NONE);
            case FigureToken.Respondents respondents ->
                new Figure(respondents.text(), "101", 101.0, 101, NOW, false, null, Provenance.NONE);
            case FigureToken.Count count ->
                new Figure(count.text(), "33", 33.0, 101, NOW, false, null, Provenance.NONE);
            case FigureToken.SiteRespondents respondents ->
                new Figure(respondents.text(), "3,000", 3_000.0, 3_456, NOW, false, null, Provenance.NONE);
            case FigureToken.SiteCountries countries ->
                new Figure(countries.text(), "136", 136.0, 3_456, NOW, false, null, Provenance.NONE);
            case FigureToken.Range range ->
                new Figure(range.text(), "24–42%", null, 101, NOW, false, new Interval(24.3, 42.3),
                        Provenance.NONE);
            case FigureToken.Rank rank -> new Figure(rank.text(), "1st", 1.0, 101, NOW, false, new Interval(24.3, 42.3),
                    Provenance.NONE);
            case FigureToken.Recent recent -> Figure.suppressed(recent.text(), NOW, Provenance.NONE);
        };
    }
}
