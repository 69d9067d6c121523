package io.guidepost.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes figures and citations, links that lead nowhere harmful, and images as their description. */
final class HtmlNodes implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlForm form;

    HtmlNodes(HtmlNodeRendererContext context, HtmlForm form) {
        this.context = context;
        this.form = form;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FigureNode.class, CitationNode.class, Link.class, Image.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case FigureNode figure -> figure(figure);
            case CitationNode citation -> citation(citation);
            case Link link when SafeAddress.isSafe(link.getDestination()) -> link(link);
            default -> children(node);
        }
    }

    private void figure(FigureNode node) {
        var figure = form.figures().get(node);
        var html = context.getWriter();
        if (figure == null) {
            html.text(node.written());
            return;
        }
        var tag = figure.value() == null ? "span" : "data";
        html.tag(tag, HtmlForm.attributes(figure));
        html.text(figure.text());
        html.tag("/" + tag);
    }

    private void citation(CitationNode citation) {
        var html = context.getWriter();
        html.tag("sup", Map.of("class", "citation"));
        html.tag("a", Map.of("href", "#source-" + citation.key()));
        html.text(Integer.toString(form.number(citation)));
        html.tag("/a");
        html.tag("/sup");
    }

    private void link(Link link) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("href", context.encodeUrl(link.getDestination()));
        if (link.getTitle() != null) {
            attributes.put("title", link.getTitle());
        }
        context.getWriter().tag("a", attributes);
        children(link);
        context.getWriter().tag("/a");
    }

    private void children(Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
