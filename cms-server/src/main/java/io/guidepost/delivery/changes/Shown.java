package io.guidepost.delivery.changes;

import io.guidepost.release.LiveDocument;
import java.util.List;

/**
 * Where something is shown.
 *
 * @param everyPage whether every page shows it
 * @param pages the documents whose pages show it, by slug; none where every page does
 */
public record Shown(boolean everyPage, List<LiveDocument> pages) {

    static final Shown EVERYWHERE = new Shown(true, List.of());

    /** Copies the list. */
    public Shown {
        pages = List.copyOf(pages);
    }
}
