package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import java.util.List;
import java.util.Map;

/** A page of the live documents of one type. */
record Listing(String type) implements FieldValue {

    @Override
    public Object of(Object source, Map<String, Object> arguments, Reading reading) {
        DocumentOrder order = DocumentOrder.of(arguments.get("sort"));
        Page<LiveDocument> page = Page.of(new Cursors(type, order.name()),
                order.arrange(Filter.of(arguments.get("filter")).matching(type, reading)), arguments);
        List<Published> nodes = Documents.all(page.items().values(), reading);
        return nodes == null ? FieldValue.pending() : page.of(nodes);
    }
}
