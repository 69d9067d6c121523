package io.guidepost.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/**
 * Writes a text as HTML. There are two lines of defence: nothing but what Markdown itself stands for is written, all else escaped; and what was
 * written passes a list of the elements, attributes and addresses that are wanted.
 */
final class HtmlForm {

    private static final Safelist WANTED = new Safelist()
            .addTags("a", "blockquote", "br", "code", "data", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
                    "ol", "p", "pre", "span", "strong", "sup",
                    "ul")
            .addAttributes("a", "href", "title").addAttributes("data", "class", "value", "title")
            .addAttributes("ol", "start")
            .addAttributes("span", "class", "title").addAttributes("sup", "class")
            .addProtocols("a", "href", SafeAddress.SCHEMES.toArray(String[]::new)).preserveRelativeLinks(true);

    /** Only so that the list can tell what kind of address a relative one is; it is never written. */
    private static final String ANY_PAGE = "https://page.invalid/";

    private final Map<Node, Figure> figures;
    private final Map<String, Integer> numbers;

    HtmlForm(Map<Node, Figure> figures, Map<String, Integer> numbers) {
        this.figures = figures;
        this.numbers = numbers;
    }

    /** A text shown as it was typed. */
    static String plain(String text) {
        return "<p>" + Entities.escape(text) + "</p>";
    }

    String of(Node document) {
        var renderer = HtmlRenderer.builder().escapeHtml(true).percentEncodeUrls(true)
                .nodeRendererFactory(context -> new HtmlNodes(context, this)).build();
        return Jsoup.clean(renderer.render(document), ANY_PAGE, WANTED, new OutputSettings().prettyPrint(false))
                .strip();
    }

    Map<Node, Figure> figures() {
        return figures;
    }

    int number(CitationNode citation) {
        return numbers.getOrDefault(citation.key(), 0);
    }

    static Map<String, String> attributes(Figure figure) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("class", figure.suppressed() ? "figure suppressed" : "figure");
        if (figure.value() != null) {
            attributes.put("value", BigDecimal.valueOf(figure.value()).setScale(2, RoundingMode.HALF_UP)
                    .stripTrailingZeros().toPlainString());
        }
        if (figure.n() != null) {
            attributes.put("title", "n = " + figure.n());
        }
        return attributes;
    }
}
