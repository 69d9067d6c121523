package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Live documents as values of fields. */
final class Documents {

    private Documents() {}

    /** One document with its content; null where there is none. */
    static @Nullable Object one(@Nullable LiveDocument document, Reading reading) {
        if (document == null) {
            return null;
        }
        Published published = reading.published(document);
        return published == null ? FieldValue.pending() : published;
    }

    /**
     * The documents of a type that references lead to; one leads nowhere where its target is not live.
     *
     * @param ids a list of ids, or nothing
     */
    static List<LiveDocument> referred(JsonNode ids, String type, Reading reading) {
        List<LiveDocument> targets = new ArrayList<>(ids.size());
        for (JsonNode id : ids) {
            LiveDocument target = id.isString() ? reading.byId(id.stringValue()) : null;
            if (target != null && target.type().equals(type)) {
                targets.add(target);
            }
        }
        return targets;
    }

    /**
     * Documents with their content, in the order given.
     *
     * @return null: some are wanted, all of which have been asked for
     */
    static @Nullable List<Published> all(Collection<LiveDocument> documents, Reading reading) {
        List<Published> all = new ArrayList<>(documents.size());
        boolean complete = true;
        for (LiveDocument document : documents) {
            Published published = reading.published(document);
            if (published == null) {
                complete = false;
            } else {
                all.add(published);
            }
        }
        return complete ? all : null;
    }
}
