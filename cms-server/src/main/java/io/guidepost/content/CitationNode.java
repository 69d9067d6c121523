package io.guidepost.content;

import org.commonmark.node.CustomNode;

/** A citation in Markdown. */
final class CitationNode extends CustomNode {

    private final String key;

    CitationNode(String key) {
        this.key = key;
    }

    /** The slug of the source cited, as it was written. */
    String key() {
        return key;
    }
}
