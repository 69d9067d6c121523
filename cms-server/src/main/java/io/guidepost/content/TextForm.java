package io.guidepost.content;

import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Writes the words of a text alone. */
final class TextForm extends AbstractVisitor {

    private final Function<FigureNode, String> figures;
    private final StringBuilder words = new StringBuilder();

    TextForm(Function<FigureNode, String> figures) {
        this.figures = figures;
    }

    String of(Node document) {
        document.accept(this);
        return words.toString().strip();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        words.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        words.append('\n');
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        words.append('\n');
    }

    @Override
    public void visit(FencedCodeBlock block) {
        words.append(block.getLiteral().stripTrailing()).append('\n');
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        words.append(block.getLiteral().stripTrailing()).append('\n');
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof FigureNode figure) {
            words.append(figures.apply(figure));
        } else {
            dropSpace();
        }
    }

    /** A citation is left out, and so is the space that parts it from what it supports. */
    private void dropSpace() {
        while (!words.isEmpty() && words.charAt(words.length() - 1) == ' ') {
            words.setLength(words.length() - 1);
        }
    }
}
