package io.guidepost.delivery.field;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.Redirect;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A page of the slugs that documents had before, by type and slug. */
record Redirects(ContentModel model) implements FieldValue {

    private static final Cursors CURSORS = new Cursors("Redirect", DocumentOrder.SLUG.name());

    @Override
    public Object of(Object source, Map<String, Object> arguments, Reading reading) {
        NavigableMap<String, Redirect> redirects = new TreeMap<>();
        for (Redirect redirect : reading.redirects()) {
            if (hasSlugs(redirect.type())) {
                redirects.put(redirect.type() + "/" + redirect.from(), redirect);
            }
        }
        Page<Redirect> page = Page.of(CURSORS, redirects, arguments);
        return page.of(List.copyOf(page.items().values()));
    }

    private boolean hasSlugs(String type) {
        return model.find(type).flatMap(DocumentType::slugField).isPresent();
    }
}
