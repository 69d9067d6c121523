package io.guidepost.search;

import java.util.List;

/**
 * A document that was found.
 *
 * @param id its document id
 * @param publication what was live of it when it was found: highlights are of this, and of nothing that went live since
 * @param highlights where the words stand, the best places first; none if nothing was typed, or if this is not what is live by now
 */
public record SearchHit(String id, String publication, List<Highlight> highlights) {

    /** Copies the highlights. */
    public SearchHit {
        highlights = List.copyOf(highlights);
    }
}
