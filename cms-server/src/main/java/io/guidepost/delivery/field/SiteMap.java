package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.Target;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A part of the list of the site's pages: role guides have one each. */
record SiteMap() implements FieldValue {

    private static final String TYPE = "RoleGuide";
    private static final Cursors CURSORS = new Cursors("SitePage", DocumentOrder.SLUG.name());

    @Override
    public Object of(Object source, Map<String, Object> arguments, Reading reading) {
        Page<LiveDocument> page = Page.of(CURSORS, reading.ofType(TYPE), arguments);
        return page.of(page.items().values().stream()
                .map(guide -> new SitePage(TYPE, guide.slug(), reading.locale(), lastModified(guide, reading)))
                .toList());
    }

    /** When the newest went live of the document and all that it cannot do without, directly or not: that is what its page shows. */
    private static Instant lastModified(LiveDocument document, Reading reading) {
        Instant newest = document.publishedAt();
        Set<Target> seen = new HashSet<>(document.references());
        Deque<Target> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Target target = open.pop();
            LiveDocument shown = target.bySlug()
                    ? reading.bySlug(target.type(), target.key())
                    : reading.byId(target.key());
            if (shown != null) {
                newest = shown.publishedAt().isAfter(newest) ? shown.publishedAt() : newest;
                shown.references().stream().filter(seen::add).forEach(open::push);
            }
        }
        return newest;
    }
}
