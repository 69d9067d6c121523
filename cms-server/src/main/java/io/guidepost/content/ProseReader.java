package io.guidepost.content;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Takes a parsed text apart into paragraphs and headings. */
final class ProseReader extends AbstractVisitor {

    private final String source;
    private final List<Prose.Block> blocks = new ArrayList<>();
    private final List<Prose.Span> spans = new ArrayList<>();
    private int links;

    ProseReader(String source) {
        this.source = source;
    }

    List<Prose.Block> read(Node document) {
        document.accept(this);
        return blocks;
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(0, paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block(heading.getLevel(), heading);
    }

    @Override
    public void visit(Text text) {
        var written = new StringBuilder();
        text.getSourceSpans().forEach(span -> written.append(source, span.getInputIndex(),
                span.getInputIndex() + span.getLength()));
        spans.add(new Prose.Words(text.getLiteral(), written.isEmpty() ? text.getLiteral() : written.toString(),
                links > 0));
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        lineBreak();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        lineBreak();
    }

    @Override
    public void visit(Code code) {
        spans.add(new Prose.Code(code.getLiteral()));
    }

    @Override
    public void visit(Link link) {
        spans.add(new Prose.Link(link.getDestination()));
        links++;
        visitChildren(link);
        links--;
    }

    @Override
    public void visit(Image image) {
        spans.add(new Prose.Image(image.getDestination()));
        visitChildren(image);
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case FigureNode figure when figure.reading() instanceof FigureNode.Understood understood -> spans
                    .add(new Prose.Token(understood.token()));
            case CitationNode citation -> spans.add(new Prose.Cited(citation.key()));
            default -> {}
        }
    }

    private void lineBreak() {
        spans.add(new Prose.Words("\n", "\n", links > 0));
    }

    private void block(int level, Block block) {
        visitChildren(block);
        blocks.add(new Prose.Block(level, spans));
        spans.clear();
    }
}
