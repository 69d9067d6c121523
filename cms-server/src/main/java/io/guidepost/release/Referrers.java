package io.guidepost.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has to be withdrawn along with something, because it refers to it. */
public final class Referrers {

    private Referrers() {}

    /**
     * The withdrawals that must come along, so that nothing is left that refers to what is withdrawn.
     *
     * @param site the site before the release
     * @param named what the release does by name; a document that is named is never taken along
     * @return every live document that refers to a withdrawn one, directly or by way of others
     */
    public static List<Entry> of(LiveSite site, List<Entry> named) {
        Set<String> seen = new HashSet<>();
        Deque<String> withdrawn = new ArrayDeque<>();
        for (Entry entry : named) {
            seen.add(entry.document());
            if (entry.action() == Action.WITHDRAW) {
                withdrawn.add(entry.document());
            }
        }
        List<Entry> along = new ArrayList<>();
        while (!withdrawn.isEmpty()) {
            Optional<LiveDocument> document = site.byId(withdrawn.remove());
            for (String id : document.map(site::referrers).orElse(Set.of())) {
                LiveDocument referrer = site.byId(id).orElseThrow();
                if (seen.add(id)) {
                    along.add(Entry.withdraw(id, referrer.type(), referrer.slug(), referrer.title()));
                    withdrawn.add(id);
                }
            }
        }
        return along;
    }
}
