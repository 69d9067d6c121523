package io.guidepost.release;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The immutable content of document versions that went live, kept in memory within a bound. */
public interface Publications extends Contents {

    /**
     * Keeps a publication; keeping it again changes nothing.
     *
     * @param id {@code document@version}
     * @param content the content of that version
     */
    void keep(String id, ObjectNode content);

    /** Keeps many publications, as {@link #keep} does each. */
    default void keepAll(Map<String, ObjectNode> contents) {
        contents.forEach(this::keep);
    }
}
