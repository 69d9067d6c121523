package io.guidepost.content;

import org.commonmark.node.CustomNode;

/** What stands between double braces in a text. */
final class FigureNode extends CustomNode {

    /** What the braces hold: a token, or why it is none. */
    sealed interface Reading {}

    record Understood(FigureToken token) implements Reading {}

    /** No token: what is wrong, and where, as an index into what stands between the braces. */
    record Malformed(String message, int position) implements Reading {}

    private final String inner;
    private final Reading reading;

    FigureNode(String inner) {
        this.inner = inner;
        this.reading = read(inner);
    }

    private static Reading read(String inner) {
        try {
            return new Understood(FigureToken.parse(inner));
        } catch (MalformedTokenException e) {
            return new Malformed(e.message(), e.position());
        }
    }

    /** What stands between the braces. */
    String inner() {
        return inner;
    }

    /** As it was written, with its braces. */
    String written() {
        return FigureSyntax.OPENING + inner + "}}";
    }

    Reading reading() {
        return reading;
    }
}
