package io.guidepost.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.Interval;
import io.guidepost.quiz.statistics.AnswerStatistics;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartImageTest {

    private static final Instant AS_OF = Instant.parse("2026-03-01T23:30:00Z");
    private static final ChartName NAME = new ChartName("ai-specialist", "priority", null);
    private static final double FULL = 2.4;

    private static AnswerStatistics answer(String label, int count, int of) {
        return new AnswerStatistics("key", label, count, 100.0 * count / of, Math.round(100.0 * count / of) + "%",
                1, of, new Interval(0, 100), null);
    }

    private static Chart chart(AnswerStatistics... answers) {
        return new Chart.Bars(NAME, "What matters most?", "AI specialist", 1200, AS_OF, List.of(answers),
                "<%d>"::formatted);
    }

    private static Document read(Chart chart, Theme theme) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(ChartImage.of(chart, theme)));
    }

    private static List<Element> elements(Document image, String name) {
        var found = image.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document image) {
        return elements(image, "text").stream().map(Element::getTextContent).toList();
    }

    @Test
    void all_figures_are_there_to_be_seen_and_in_words() throws Exception {
        Document image = read(chart(answer("Earning more", 1020, 1200), answer("Any stable job", 0, 1200)),
                Theme.AUTO);

        assertThat(texts(image)).containsExactly("What matters most?", "AI specialist", "Earning more", "85% (<1020>)",
                "Any stable job", "0% (<0>)", "n = <1200> · as of 2026-03-01");
        Element root = image.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        Element title = elements(image, "title").getFirst();
        Element description = elements(image, "desc").getFirst();
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo(title.getAttribute("id") + " " + description
                .getAttribute("id"));
        assertThat(title.getTextContent()).isEqualTo("What matters most? – AI specialist");
        assertThat(description.getTextContent())
                .isEqualTo("Bar chart, the most frequent answer first. Earning more: 85%, "
                        + "<1020> of <1200>; Any stable job: 0%, <0> of <1200>. n = <1200>, as of 2026-03-01.");
    }

    @Test
    void bars_are_as_long_as_shares_of_their_track() throws Exception {
        Document image = read(chart(answer("Half", 600, 1200), answer("None", 0, 1200)), Theme.LIGHT);

        List<Element> boxes = elements(image, "rect");
        List<Double> bars = boxes.stream().filter(box -> box.getAttribute("class").equals("bar")).map(
                box -> Double.valueOf(box.getAttribute("width"))).toList();
        List<Double> tracks = boxes.stream().filter(box -> box.getAttribute("class").equals("track")).map(
                box -> Double.valueOf(box.getAttribute("width"))).toList();
        assertThat(tracks).hasSize(2);
        assertThat(bars).singleElement().satisfies(bar -> assertThat(bar).isEqualTo(tracks.getFirst() / 2,
                org.assertj.core.api.Assertions.within(0.01)));
    }

    @Test
    void a_group_that_is_too_small_has_words_and_no_figures() throws Exception {
        Document image = read(new Chart.TooFew(NAME, "What matters most?", "AI specialist", AS_OF), Theme.AUTO);

        assertThat(texts(image)).containsExactly("What matters most?", "AI specialist", "Too few answers to show.",
                "as of 2026-03-01");
        assertThat(elements(image, "desc").getFirst().getTextContent()).isEqualTo(
                "Too few answers to show. As of 2026-03-01.");
        assertThat(elements(image, "rect")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "]]>&amp;\"'", "a\u0001b\uffffc\ud800d", "tab\tand\nline",
        "\u202Ebackwards"})
    void whatever_a_label_is_it_is_text(String label) throws Exception {
        Document image = read(chart(answer(label, 5, 10)), Theme.AUTO);

        assertThat(texts(image)).contains(SvgWriter.printable(label));
        assertThat(elements(image, "script")).isEmpty();
    }

    @Test
    void characters_beyond_the_first_plane_are_kept() throws Exception {
        assertThat(texts(read(chart(answer("𝔊ut 😀 学", 5, 10)), Theme.AUTO))).contains("𝔊ut 😀 学");
    }

    @Test
    void texts_from_right_to_left_begin_at_the_same_edge() throws Exception {
        List<Element> labels = elements(read(chart(answer("عمل مستقر", 5, 10), answer("Job", 4, 10)), Theme.AUTO),
                "text");

        assertThat(labels.get(2).getAttribute("direction")).isEqualTo("rtl");
        assertThat(labels.get(2).getAttribute("text-anchor")).isEqualTo("end");
        assertThat(labels.get(2).getAttribute("x")).isEqualTo(labels.get(4).getAttribute("x"));
        assertThat(labels.get(4).getAttribute("direction")).isEmpty();
    }

    @Test
    void only_a_chart_that_goes_by_the_reader_asks_what_they_prefer() throws Exception {
        assertThat(style(Theme.AUTO)).contains("prefers-color-scheme:dark", "var(--guidepost-chart-bar,#1d5fa6)",
                "var(--guidepost-chart-bar,#7db4f5)");
        assertThat(style(Theme.LIGHT)).contains("#1d5fa6").doesNotContain("prefers-color-scheme", "#7db4f5");
        assertThat(style(Theme.DARK)).contains("#7db4f5").doesNotContain("prefers-color-scheme", "#1d5fa6");
    }

    private static String style(Theme theme) throws Exception {
        return elements(read(chart(answer("Job", 4, 10)), theme), "style").getFirst().getTextContent();
    }

    @Test
    void charts_in_one_page_share_no_ids() throws Exception {
        assertThat(List.of(id(NAME, Theme.AUTO), id(NAME, Theme.DARK), id(new ChartName("ai-specialist", "priority",
                "student"), Theme.AUTO), id(new ChartName("ai-specialist", "strength", null), Theme.AUTO)))
                .doesNotHaveDuplicates();
    }

    private static String id(ChartName name, Theme theme) throws Exception {
        return elements(read(new Chart.TooFew(name, "What?", "AI specialist", AS_OF), theme), "title").getFirst()
                .getAttribute("id");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void texts_and_bars_stand_out(Theme theme) {
        Palette palette = theme.palette();

        assertThat(contrast(palette.text(), palette.background())).isGreaterThan(7);
        assertThat(contrast(palette.muted(), palette.background())).isGreaterThan(4.5);
        assertThat(contrast(palette.bar(), palette.background())).isGreaterThan(3);
        assertThat(contrast(palette.bar(), palette.track())).isGreaterThan(3);
    }

    /** The contrast of two colours by WCAG 2.2: from 1 to 21. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        byte[] parts = HexFormat.of().parseHex(colour.substring(1));
        return 0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2]);
    }

    private static double linear(byte part) {
        double share = (part & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, FULL);
    }
}
