package io.guidepost.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * Renders rich text. HTML in the Markdown is shown as it was typed and never taken as HTML; what comes out passes a list of what is
 * allowed once more, so that two independent mistakes would be needed to let a script through.
 */
public final class RichTextRenderer {

    /** Only there to resolve relative addresses against; they are delivered as they were written. */
    private static final String BASE = "https://relative.invalid/";

    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "h1", "h2", "h3",
                    "h4", "h5", "h6", "a", "img", "data", "sup")
            .addAttributes("a", "href", "title").addAttributes("img", "src", "alt", "title")
            .addAttributes("ol", "start").addAttributes("data", "class", "value", "title")
            .addAttributes("sup", "class").addAttributes("code", "class")
            .addProtocols("a", "href", "http", "https", "mailto", "#")
            .addProtocols("img", "src", "http", "https").preserveRelativeLinks(true);

    private static final OutputSettings COMPACT = new OutputSettings().prettyPrint(false)
            .escapeMode(Entities.EscapeMode.base);

    /**
     * Renders a text.
     *
     * @param markdown as it was written
     * @param documentRole the quiz role of the document it stands in; null: it has none
     * @param figures what the figures are
     * @return the text in every form
     */
    public RichText render(String markdown, @Nullable String documentRole, Figures figures) {
        Markdown parsed = new Markdown(markdown);
        Map<String, Citation> numbers = new LinkedHashMap<>();
        List<Citation> citations = new ArrayList<>();
        for (String key : parsed.citations()) {
            citations.add(numbers.computeIfAbsent(key, cited -> new Citation(cited, numbers.size() + 1)));
        }
        List<Figure> resolved = new ArrayList<>();
        Map<String, Figure> byToken = new LinkedHashMap<>();
        for (FigureToken token : parsed.figures()) {
            resolved.add(byToken.computeIfAbsent(token.text(), _ -> figures.resolve(token, documentRole)));
        }
        String text = parsed.plain(node -> text(byToken, node));
        return new RichText(markdown, html(parsed, byToken, numbers), text, List.copyOf(resolved),
                List.copyOf(citations));
    }

    private static String html(Markdown parsed, Map<String, Figure> figures, Map<String, Citation> citations) {
        if (parsed.isTooDeep()) {
            return "<p>" + Entities.escape(parsed.plain(node -> text(figures, node))) + "</p>";
        }
        String html = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true)
                .nodeRendererFactory(context -> new Tokens(context, figures, citations)).build()
                .render(parsed.document());
        return Jsoup.clean(html.strip(), BASE, ALLOWED, COMPACT);
    }

    private static String text(Map<String, Figure> figures, FigureNode node) {
        Figure figure = figures.get(node.inner().strip());
        return figure == null ? "" : figure.text();
    }

    /** Renders figures as {@code data} elements and citations as links to the list of sources. */
    private record Tokens(HtmlNodeRendererContext context, Map<String, Figure> figures,
            Map<String, Citation> citations) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FigureNode.class, CitationNode.class);
        }

        @Override
        public void render(Node node) {
            HtmlWriter html = context.getWriter();
            if (node instanceof FigureNode token) {
                Figure figure = figures.get(token.inner().strip());
                if (figure != null) {
                    html.tag("data", attributes(figure));
                    html.text(figure.text());
                    html.tag("/data");
                }
            } else if (node instanceof CitationNode citation && citations.containsKey(citation.key())) {
                html.tag("sup", Map.of("class", "citation"));
                html.tag("a", Map.of("href", "#source-" + citation.key()));
                html.text(String.valueOf(citations.get(citation.key()).number()));
                html.tag("/a");
                html.tag("/sup");
            }
        }

        private static Map<String, String> attributes(Figure figure) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("class", figure.suppressed() ? "figure suppressed" : "figure");
            if (figure.value() != null) {
                attributes.put("value", figure.value() == Math.rint(figure.value())
                        ? String.format(Locale.ROOT, "%.0f", figure.value())
                        : String.format(Locale.ROOT, "%.2f", figure.value()));
            }
            if (figure.n() != null) {
                attributes.put("title", "n = " + figure.n());
            }
            return attributes;
        }
    }
}
