package io.guidepost.delivery;

import graphql.GraphQLContext;
import io.guidepost.quiz.Snapshot;
import io.guidepost.release.LiveSite;
import java.time.Instant;
import java.util.Objects;

/**
 * What a request reads from, from its first field to its last.
 *
 * @param site the site after one release
 * @param snapshot the statistics
 */
record View(LiveSite site, Snapshot snapshot) {

    /** The view of a running request. */
    static View of(GraphQLContext context) {
        return Objects.requireNonNull(context.<View>get(View.class), "the request's edition is settled before it runs");
    }

    /** Makes it the view of a request. */
    void settle(GraphQLContext context) {
        context.put(View.class, this);
    }

    Edition edition() {
        Instant asOf = site.at().isAfter(snapshot.asOf()) ? site.at() : snapshot.asOf();
        return new Edition(site.release(), snapshot.number(), asOf);
    }
}
