package io.guidepost.editorial.comment;

import io.guidepost.comparison.Anchor;
import io.guidepost.comparison.Anchors;
import io.guidepost.content.DocumentType;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Documents;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Finds the places of threads in a working copy, and has what it finds noted; each earlier version is read once. */
final class Following {

    private final Documents documents;
    private final Comments comments;
    private final DocumentType type;
    private final Document head;
    private final Map<Integer, Optional<ObjectNode>> contents = new HashMap<>();

    Following(Documents documents, Comments comments, DocumentType type, Document head) {
        this.documents = documents;
        this.comments = comments;
        this.type = type;
        this.head = head;
    }

    Seen see(CommentThread thread) {
        Anchor made = thread.made().anchor();
        if (made.pointer().isEmpty() && made.range() == null) {
            return new Seen(thread, made, false);
        }
        if (thread.found().version() == head.version()) {
            return new Seen(thread, thread.found().anchor(), false);
        }
        if (thread.goneAt() == head.version()) {
            return new Seen(thread, made, true);
        }
        Optional<Anchor> found = follow(thread.found()).or(() -> follow(thread.made()));
        if (found.isEmpty()) {
            comments.gone(thread.id(), head.version());
            return new Seen(thread, made, true);
        }
        // An autosaved version may be forgotten, and could not be followed from then.
        if (head.revision().autosavedSince() == null) {
            comments.found(thread.id(), new Place(head.version(), found.get()));
        }
        return new Seen(thread, found.get(), false);
    }

    private Optional<Anchor> follow(Place place) {
        return content(place.version()).flatMap(before -> Anchors.follow(type, place.anchor(), before, head.content()));
    }

    private Optional<ObjectNode> content(int version) {
        return contents.computeIfAbsent(version, wanted -> documents.version(head.id(), wanted)
                .map(Document::content).or(() -> comments.kept(head.id(), wanted)));
    }
}
