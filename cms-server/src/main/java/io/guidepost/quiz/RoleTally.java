package io.guidepost.quiz;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts the responses that explore one role, all together and by background. */
final class RoleTally {

    private final Instant recentAfter;
    private final Instant at;
    private final Tally all = new Tally();
    private final Map<String, Tally> byBackground = new HashMap<>();
    private int recent;

    /** Responses in the interval (recentAfter, at] are the recent ones. */
    RoleTally(Instant recentAfter, Instant at) {
        this.recentAfter = recentAfter;
        this.at = at;
    }

    void add(Response response) {
        all.add(response);
        byBackground.computeIfAbsent(response.background(), key -> new Tally()).add(response);
        if (response.at().isAfter(recentAfter) && !response.at().isAfter(at)) {
            recent++;
        }
    }

    RolePart part(String role, int snapshot, int quizVersion, Suppression suppression) {
        GroupCounts together = all.counts(suppression);
        Map<String, GroupCounts> backgrounds = new HashMap<>();
        if (together instanceof GroupCounts.Shown) {
            byBackground.forEach((background, tally) -> backgrounds.put(background, tally.counts(suppression)));
        }
        boolean hidesRecent = together instanceof GroupCounts.Suppressed || suppression.hides(recent);
        return new RolePart(role, snapshot, at, quizVersion, suppression.below(), together,
                hidesRecent ? null : recent, backgrounds);
    }
}
