package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** A page of the live documents of one type. */
final class Listing implements FieldValue {

    private final String type;
    private final Arrangement byTitle = new Arrangement(DocumentOrder.TITLE);
    private final Arrangement newestFirst = new Arrangement(DocumentOrder.NEWEST);

    Listing(String type) {
        this.type = type;
    }

    @Override
    public Object of(Object source, Map<String, Object> arguments, Reading reading) {
        DocumentOrder order = DocumentOrder.of(arguments.get("sort"));
        Filter.Matching listed = Filter.of(arguments.get("filter")).matching(type, reading);
        Page<LiveDocument> page = Page.of(new Cursors(type, order.name()), arranged(listed, order), arguments);
        List<Published> nodes = Documents.all(page.items().values(), reading);
        return nodes == null ? FieldValue.pending() : page.of(nodes);
    }

    private NavigableMap<String, LiveDocument> arranged(Filter.Matching listed, DocumentOrder order) {
        return switch (order) {
            case SLUG -> listed.bySlug();
            case TITLE -> byTitle.of(listed);
            case NEWEST -> newestFirst.of(listed);
        };
    }
}
