package io.guidepost.related;

import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import java.util.List;

/** Finds the careers that a reader of a guide may want to see as well. */
public interface RelatedCareers {

    /**
     * The careers related to a guide, the closest first.
     *
     * @param site the site that they must be live on
     * @param guide the guide, live on that site
     * @param pins ids of guides that come first, in this order
     * @param exclusions ids of guides that never come
     * @param first how many at most
     * @return the careers; while the search engine is away, from the pins and what it told last, and marked so
     */
    Related related(LiveSite site, LiveDocument guide, List<String> pins, List<String> exclusions, int first);

    /** Counts up whenever the same question may have got another answer though the site is the same. */
    int generation();

    /**
     * Related careers.
     *
     * @param degraded whether the search engine was away
     * @param careers the closest first
     */
    record Related(boolean degraded, List<Career> careers) {}

    /**
     * One of them.
     *
     * @param documentId the id of a live guide
     * @param reason why it is here
     */
    record Career(String documentId, Reason reason) {}

    /** Why a career is among the related ones. */
    enum Reason {
        /** An editor pinned it. */
        PINNED,
        /** Its content is close. */
        SIMILAR
    }
}
