package io.guidepost.delivery.changes;

import io.guidepost.delivery.edition.View;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares two editions, whatever lies between them. */
final class Differences {

    private static final Comparator<Change.OfDocument> BY_TYPE_AND_ID = Comparator
            .comparing(Change.OfDocument::type).thenComparing(Change.OfDocument::id);

    private Differences() {}

    /** Documents by type and id, then the statistics of the site, then those of roles by their keys. */
    static List<Change> between(View before, View after) {
        List<Change> changes = new ArrayList<>(documents(before.site(), after.site()));
        if (!after.snapshot().site().hasFiguresOf(before.snapshot().site())) {
            changes.add(new Change.OfSite());
        }
        after.snapshot().rolesChangedSince(before.snapshot()).forEach(role -> changes.add(new Change.OfRole(role)));
        return List.copyOf(changes);
    }

    @SuppressWarnings("ReferenceEquality")
    private static List<Change.OfDocument> documents(LiveSite before, LiveSite after) {
        List<Change.OfDocument> changes = new ArrayList<>();
        if (before == after) {
            return changes;
        }
        for (LiveDocument document : after.documents()) {
            LiveDocument was = before.byId(document.id()).orElse(null);
            if (was == null) {
                changes.add(Change.OfDocument.published(document));
            } else if (was != document && !was.equals(document)) {
                changes.add(Change.OfDocument.updated(was, document));
            }
        }
        before.documents().stream().filter(document -> after.byId(document.id()).isEmpty())
                .forEach(document -> changes.add(Change.OfDocument.withdrawn(document)));
        changes.sort(BY_TYPE_AND_ID);
        return changes;
    }
}
