package io.guidepost.release.plan;

import io.guidepost.editorial.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The planned releases, those that are over among them. */
interface PlannedReleases {

    /** One of them. */
    Optional<PlannedRelease> find(PlanId id);

    /** Adds one, whose id must be new. */
    void add(PlannedRelease plan);

    /**
     * Moves a plan to its next version in one atomic step, if it still is at the one before.
     *
     * @return false if another change came first, and then nothing has changed
     */
    boolean replace(PlannedRelease before, PlannedRelease after);

    /**
     * The newest plans first.
     *
     * @param state only those in this state, {@code Open} and so on; null: in any
     * @param before only those begun before this one; null: from the newest
     * @param limit how many at most
     */
    List<PlannedRelease> list(@Nullable String state, @Nullable PlanId before, int limit);

    /** Those scheduled that are to publish a document. */
    List<PlannedRelease> scheduled(DocumentId document);

    /**
     * Those scheduled for now or earlier that nobody has a claim to, in the order in which they are due.
     *
     * @param limit how many at most
     */
    List<PlannedRelease> due(Instant now, int limit);
}
