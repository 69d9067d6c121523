package io.guidepost.upkeep;

import io.guidepost.editorial.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The links of sources and what checks have found; one node at a time checks one. */
interface LinkChecks {

    /**
     * A link that one node has for itself.
     *
     * @param link the link
     * @param token says that it has
     */
    record Claimed(CheckedLink link, String token) {}

    /** All links that are known, by the ids of their sources. */
    Map<DocumentId, String> urls();

    /** Has a link checked from now on; what was known of another link of the source is forgotten. */
    void track(DocumentId source, String url, Instant now);

    /** Forgets a link. */
    void forget(DocumentId source);

    /** The link of a source. */
    Optional<CheckedLink> find(DocumentId source);

    /**
     * Links in the order of their sources' ids.
     *
     * @param result with this result; null: with any, or none yet
     * @param after of sources whose ids come after this one; null: from the first
     * @param limit how many at most
     */
    List<CheckedLink> list(@Nullable LinkResult result, @Nullable DocumentId after, int limit);

    /** Makes a link due that is not being checked. */
    void ask(DocumentId source, Instant now);

    /**
     * Takes the link that has been due for longest.
     *
     * @param now when
     * @param until when the claim is over, so that another node may take it
     */
    Optional<Claimed> claim(Instant now, Instant until);

    /** Notes which request is the next and when; does nothing if the claim was over and somebody has taken the link. */
    void putBack(Claimed claimed, Progress next, Instant due);

    /** Notes what a check has found; does nothing if the claim was over and somebody has taken the link. */
    void conclude(Claimed claimed, CheckedLink checked);
}
