package io.guidepost.content;

import java.util.List;

/**
 * A text of a document's content, taken apart for whoever judges texts.
 *
 * @param pointer the field or list item that holds it, as a JSON pointer
 * @param rich whether it is Markdown; otherwise it shows as it was typed
 * @param blocks its paragraphs and headings; blocks of code are left out
 */
public record Prose(String pointer, boolean rich, List<Block> blocks) {

    public Prose {
        blocks = List.copyOf(blocks);
    }

    /**
     * A paragraph or a heading.
     *
     * @param level of the heading, 1 to 6; 0 for a paragraph
     * @param spans what it consists of, in order
     */
    public record Block(int level, List<Span> spans) {
        public Block {
            spans = List.copyOf(spans);
        }
    }

    /** A part of a block. */
    public sealed interface Span {}

    /**
     * Plain words.
     *
     * @param text as a reader sees them; lines of a paragraph are parted by line feeds
     * @param written as they stand in the source
     * @param linked whether they are the words of a link
     */
    public record Words(String text, String written, boolean linked) implements Span {}

    /** A link begins here. */
    public record Link(String destination) implements Span {}

    /** Code within a line. */
    public record Code(String text) implements Span {}

    /** A figure. */
    public record Token(FigureToken token) implements Span {}

    /** A citation of the source of that slug. */
    public record Cited(String source) implements Span {}

    /** An image, which delivery shows as its description, in the words that follow. */
    public record Image(String destination) implements Span {}

    static List<Block> plain(String text) {
        return List.of(new Block(0, List.of(new Words(text, text, false))));
    }
}
