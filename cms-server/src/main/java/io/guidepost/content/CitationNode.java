package io.guidepost.content;

import org.commonmark.node.CustomNode;

/** A source cited in a text. */
final class CitationNode extends CustomNode {

    private final String key;

    CitationNode(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
