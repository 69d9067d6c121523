package io.guidepost.release;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The immutable content of document versions that went live. */
public interface Publications {

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

    /**
     * The content of publications, read in one batch and kept in memory within a bound.
     *
     * @param ids which publications
     * @return their content by id; not to be changed
     * @throws IllegalStateException if one does not exist
     */
    Map<String, ObjectNode> load(Collection<String> ids);

    /**
     * The content of a publication if it can be had without any wait.
     *
     * @param id which publication
     * @return its content, not to be changed; null: it is to be {@linkplain #load loaded}
     */
    @Nullable
    ObjectNode inMemory(String id);
}
