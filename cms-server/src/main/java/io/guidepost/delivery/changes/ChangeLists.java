package io.guidepost.delivery.changes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.delivery.edition.Edition;
import io.guidepost.delivery.edition.EditionPin;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.edition.Excerpt;
import io.guidepost.delivery.edition.RefusedQueryException;
import io.guidepost.delivery.edition.View;
import io.guidepost.release.LiveSite;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is different between editions, kept in memory within a bound, so that the pages of one question are cut from one list. */
@Component
public class ChangeLists {

    /** In changes, over all lists. */
    private static final long MOST = 1_000_000;

    private final Editions editions;
    private final Cache<Between, ChangeList> lists = Caffeine.newBuilder().maximumWeight(MOST)
            .weigher((Between between, ChangeList list) -> 1 + list.size()).build();

    ChangeLists(Editions editions) {
        this.editions = editions;
    }

    /** Two editions by their ids; without the first: all that is live in the other. */
    private record Between(@Nullable String since, String edition) {}

    /**
     * What is different in an edition since an earlier one.
     *
     * @param since the id of the earlier one; null: nothing is known of the site, and its statistics come with its documents
     * @param now the edition
     * @throws RefusedQueryException if that is no id, or there is no such earlier edition
     */
    public ChangeList since(@Nullable String since, View now) {
        EditionPin start = since == null ? null : start(since, now.edition());
        String id = start == null ? null : start.id();
        return lists.get(new Between(id, now.edition().id()),
                between -> new ChangeList(id, now.edition().id(), differences(start, now)));
    }

    private List<Change> differences(@Nullable EditionPin start, View now) {
        return Differences.between(start == null ? View.of(LiveSite.EMPTY, now.snapshot()) : editions.at(start), now);
    }

    private EditionPin start(String since, Edition read) {
        EditionPin start = EditionPin.parse(since);
        Integer snapshot = start.snapshot();
        if (snapshot == null) {
            throw new RefusedQueryException("`since` is an edition by release and snapshot, `7.3`, as `changes` names"
                    + " it; this has no snapshot: " + Excerpt.of(since));
        }
        if (start.release() > read.release() || snapshot > read.snapshot()) {
            Edition known = editions.at(start).edition();
            throw new RefusedQueryException("`since` is an earlier edition than the one that is read; " + known.id()
                    + " is later than " + read.id() + ".");
        }
        return start;
    }
}
