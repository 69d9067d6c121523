package io.guidepost.content;

import org.commonmark.node.CustomNode;

/** A figure token in Markdown. */
final class FigureNode extends CustomNode {

    private final String inner;
    private final boolean closed;

    FigureNode(String inner, boolean closed) {
        this.inner = inner;
        this.closed = closed;
    }

    /** What stands between the braces. */
    String inner() {
        return inner;
    }

    /** Whether the closing braces are there. */
    boolean closed() {
        return closed;
    }
}
