package io.guidepost.editorial.comment;

import io.guidepost.content.ContentModel;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentNotFoundException;
import io.guidepost.editorial.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Threads as they stand to the working copies of their documents. */
@Component
public class CommentReading {

    private static final int BATCH = 100;

    private final Comments comments;
    private final Documents documents;
    private final ContentModel model;

    CommentReading(Comments comments, Documents documents, ContentModel model) {
        this.comments = comments;
        this.documents = documents;
        this.model = model;
    }

    /**
     * Which threads to list.
     *
     * @param resolved those that are resolved, or are not; null: both
     * @param outdated those that are outdated, or are not; null: both
     * @param pointer those at a place or within it, as a JSON pointer; null: anywhere
     */
    public record CommentQuery(@Nullable Boolean resolved, @Nullable Boolean outdated, @Nullable String pointer) {

        boolean takes(Seen seen) {
            String at = seen.anchor().pointer();
            return (outdated == null || outdated == seen.outdated())
                    && (pointer == null || at.equals(pointer) || at.startsWith(pointer + "/"));
        }
    }

    /** A thread on a document. */
    public Seen find(DocumentId id, UUID thread) {
        return following(id).see(comments.find(id, thread).orElseThrow(() -> new CommentNotFoundException(thread)));
    }

    /**
     * Threads on a document, the oldest first.
     *
     * @param after only those after this one; null: from the first
     * @param limit how many at most
     */
    public List<Seen> list(DocumentId id, CommentQuery query, @Nullable UUID after, int limit) {
        Following following = following(id);
        List<Seen> found = new ArrayList<>();
        UUID last = after;
        List<CommentThread> batch;
        do {
            batch = comments.list(id, query.resolved(), last, BATCH);
            for (CommentThread thread : batch) {
                Seen seen = following.see(thread);
                if (query.takes(seen)) {
                    found.add(seen);
                }
                if (found.size() == limit) {
                    return found;
                }
                last = thread.id();
            }
        } while (batch.size() == BATCH);
        return found;
    }

    private Following following(DocumentId id) {
        Document head = documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
        return new Following(documents, comments, model.type(head.type()), head);
    }
}
