package io.guidepost.delivery.preview;

import io.guidepost.editorial.Documents;
import io.guidepost.release.Contents;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.Publications;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is live is read from the publications, everything else from the versions of the working copies.
 *
 * @param live the live site beneath a preview
 */
record PreviewContents(LiveSite live, Publications publications, Documents documents) implements Contents {

    @Override
    public Map<String, ObjectNode> load(Collection<String> ids) {
        Map<String, ObjectNode> contents = new HashMap<>(publications.load(ids.stream().filter(this::isLive).toList()));
        contents.putAll(documents.contents(ids.stream().filter(id -> !isLive(id)).toList()));
        if (!contents.keySet().containsAll(ids)) {
            throw new IllegalStateException("A working copy went away while it was being read");
        }
        return contents;
    }

    @Override
    public @Nullable ObjectNode inMemory(String id) {
        return isLive(id) ? publications.inMemory(id) : null;
    }

    private boolean isLive(String id) {
        return live.byId(id.substring(0, id.lastIndexOf('@'))).map(LiveDocument::publication).filter(id::equals)
                .isPresent();
    }
}
