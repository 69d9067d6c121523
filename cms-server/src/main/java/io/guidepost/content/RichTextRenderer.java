package io.guidepost.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Turns Markdown into every form in which rich text is delivered. */
public final class RichTextRenderer {

    /**
     * Renders a text. Any Markdown can be rendered: what is malformed shows as it was typed, and a text that is longer or deeper nested than
     * validation lets through shows as plain text.
     *
     * @param markdown the text as it was written
     * @param documentRole the quiz role of the document that holds the text
     * @param figures where its figures come from
     */
    public RichText render(String markdown, @Nullable String documentRole, Figures figures) {
        var parsed = Markdown.parse(markdown);
        if (parsed.tooComplex()) {
            return new RichText(markdown, HtmlForm.plain(markdown), markdown.strip(), List.of(), List.of());
        }
        var resolved = new ArrayList<Figure>();
        var figureOf = new IdentityHashMap<Node, Figure>();
        var numbers = new HashMap<String, Integer>();
        var citations = new ArrayList<Citation>();
        parsed.nodes().forEach(node -> {
            if (node instanceof FigureNode written && written.reading() instanceof FigureNode.Understood understood) {
                var figure = figures.resolve(understood.token(), documentRole);
                resolved.add(figure);
                figureOf.put(node, figure);
            } else if (node instanceof CitationNode citation && !numbers.containsKey(citation.key())) {
                numbers.put(citation.key(), numbers.size() + 1);
                citations.add(new Citation(citation.key(), numbers.size()));
            }
        });
        var html = new HtmlForm(figureOf, numbers).of(parsed.document());
        var text = new TextForm(node -> text(node, figureOf.get(node))).of(parsed.document());
        return new RichText(markdown, html, text, resolved, citations);
    }

    private static String text(FigureNode node, @Nullable Figure figure) {
        return figure == null ? node.written() : figure.text();
    }
}
