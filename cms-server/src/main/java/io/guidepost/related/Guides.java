package io.guidepost.related;

import io.guidepost.release.LiveDocument;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads live guides. */
interface Guides {

    /** What guides say, by publication. */
    Map<String, GuideText> of(Collection<LiveDocument> guides);

    /** What the editors of a guide have decided about its related careers. */
    Choices choices(LiveDocument guide);

    /**
     * What editors decide about the related careers of a guide.
     *
     * @param pins ids of guides that come first, in this order
     * @param exclusions ids of guides that never come
     */
    record Choices(List<String> pins, List<String> exclusions) {}
}
