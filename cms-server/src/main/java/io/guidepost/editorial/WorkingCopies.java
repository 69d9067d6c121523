package io.guidepost.editorial;

import io.guidepost.comparison.Comparison;
import io.guidepost.comparison.ThreeWayMerge;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** How commands get at working copies: at the version that they are based on, or not at all. */
@Component
class WorkingCopies {

    private final Documents documents;
    private final ContentModel model;
    private final Clock clock;

    WorkingCopies(Documents documents, ContentModel model, Clock clock) {
        this.documents = documents;
        this.model = model;
        this.clock = clock;
    }

    /** A document, wherever it stands. */
    Document find(DocumentId id) {
        return documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
    }

    /** A document that is not in the trash. */
    Document active(DocumentId id) {
        Document document = find(id);
        if (document.trashed() != null) {
            throw new TrashedDocumentException(
                    "“" + document.title() + "” is in the trash; take it out before anything else is done with it.");
        }
        return document;
    }

    /** A document that is not in the trash, and at this version. */
    Document active(DocumentId id, int version) {
        Document document = active(id);
        requireVersion(document, version);
        return document;
    }

    void requireVersion(Document document, int version) {
        if (document.version() != version) {
            throw stale(document, version, document.content());
        }
    }

    /** Makes a version the current one, unless another came first. */
    Document replace(Document before, Document after) {
        if (!documents.replace(before, after)) {
            throw stale(find(before.id()), before.version(), after.content());
        }
        return after;
    }

    /** Makes a version the current one; false: another came first, and nothing has changed. */
    boolean exchange(Document before, Document after) {
        return documents.replace(before, after);
    }

    /** What a command based on an old version is answered. */
    StaleVersionException stale(Document current, int version, ObjectNode intended) {
        return documents.version(current.id(), version).map(base -> {
            DocumentType type = model.type(current.type());
            return new StaleVersionException(version, current,
                    Comparison.changed(type, base.content(), current.content()),
                    Comparison.changed(type, base.content(), intended),
                    ThreeWayMerge.overlap(type, base.content(), current.content(), intended));
        }).orElseGet(() -> new StaleVersionException(version, current, List.of(), List.of(), List.of()));
    }

    /** The time, as exactly as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
