package io.guidepost.upkeep;

import io.guidepost.editorial.DocumentId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The link of a source, with what checks have found.
 *
 * @param source the source's id
 * @param url its address
 * @param verdict what the last check found; null: there was none
 * @param at when that was; null: never
 * @param since since when checks have had this result; null: there was none
 * @param failures how many checks in a row have found nobody at home
 * @param due when the next request is to be made
 * @param progress which request that is; null: the first of a check
 */
record CheckedLink(DocumentId source, String url, @Nullable Verdict verdict, @Nullable Instant at,
        @Nullable Instant since, int failures, Instant due, @Nullable Progress progress) {

    private static final int PATIENCE = 3;

    /** One that was never checked. */
    static CheckedLink unchecked(DocumentId source, String url, Instant due) {
        return new CheckedLink(source, url, null, null, null, 0, due, null);
    }

    /** The request that is the next. */
    Progress next() {
        return progress == null ? Progress.start(url) : progress;
    }

    /**
     * The link after a check. One that was broken does not mend by failing otherwise.
     *
     * @param found what that has found by itself
     * @param now when
     * @param properties when the next one is due
     */
    CheckedLink checked(Verdict found, Instant now, LinkProperties properties) {
        int failed = found.isFailure() ? failures + 1 : 0;
        boolean broken = found.result() == LinkResult.FAILING && (failed >= PATIENCE || is(LinkResult.BROKEN));
        Verdict next = broken ? found.broken(failed) : found;
        Duration pause = next.result() == LinkResult.FAILING ? properties.retry() : properties.interval();
        return new CheckedLink(source, url, next, now, since != null && is(next.result()) ? since : now, failed,
                now.plus(pause), null);
    }

    private boolean is(LinkResult result) {
        return verdict != null && verdict.result() == result;
    }
}
