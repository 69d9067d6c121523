package io.guidepost.related;

import io.guidepost.release.LiveDocument;
import java.util.Collection;
import java.util.List;

/** Reads live guides as they are indexed. */
@FunctionalInterface
interface Guides {

    /** The guides with their texts, in the order given. */
    List<GuideIndex.Guide> of(Collection<LiveDocument> guides);
}
