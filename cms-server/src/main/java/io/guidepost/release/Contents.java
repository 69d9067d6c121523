package io.guidepost.release;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Where the content of document versions is read from, each named {@code document@version}. */
public interface Contents {

    /**
     * The content of versions, read in one batch.
     *
     * @param ids which versions
     * @return their content by id; not to be changed
     * @throws IllegalStateException if one does not exist
     */
    Map<String, ObjectNode> load(Collection<String> ids);

    /**
     * The content of a version if it can be had without any wait.
     *
     * @param id which version
     * @return its content, not to be changed; null: it is to be {@linkplain #load loaded}
     */
    @Nullable
    ObjectNode inMemory(String id);
}
