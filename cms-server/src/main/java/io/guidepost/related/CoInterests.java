package io.guidepost.related;

import io.guidepost.quiz.statistics.CoInterest;
import io.guidepost.quiz.statistics.RoleStatistics;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.quiz.statistics.Snapshots;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which roles of the quiz are explored by the same people, more often than chance would have it. Only what the statistics show is used, so
 * nothing is told here that they suppress.
 */
@Component
class CoInterests {

    /** So many have to explore both before it counts for anything. */
    private static final int ENOUGH = 30;

    private final Snapshots snapshots;
    private volatile Known known = new Known(0, Set.of(), Map.of());

    CoInterests(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    private record Known(int snapshot, Set<String> roles, Map<String, Map<String, Double>> strengths) {}

    /**
     * Looks at what the newest statistics tell of some roles, and forgets all others: a quiz may have many more than there are guides, and it takes
     * a while to look at them. Gives whether anything else is told than before.
     */
    boolean refresh(Set<String> roles) {
        Snapshot snapshot = snapshots.latest();
        Known before = known;
        if (snapshot.number() == before.snapshot() && roles.equals(before.roles())) {
            return false;
        }
        known = new Known(snapshot.number(), Set.copyOf(roles), strengths(snapshot, roles));
        return !known.strengths().equals(before.strengths());
    }

    /** The other roles, each with a strength from 0, excluded, to 1; none for a role that is not known. */
    Map<String, Double> of(String role) {
        return known.strengths().getOrDefault(role, Map.of());
    }

    private static Map<String, Map<String, Double>> strengths(Snapshot snapshot, Set<String> wanted) {
        Map<String, RoleStatistics> roles = snapshot.roles(wanted);
        Map<String, Map<String, Double>> strengths = new HashMap<>();
        roles.forEach((key, role) -> {
            Map<String, Double> others = new HashMap<>();
            for (CoInterest both : role.alsoExplored()) {
                RoleStatistics other = roles.get(both.role());
                Integer one = role.respondents();
                Integer another = other == null ? null : other.respondents();
                if (one != null && another != null && both.respondents() >= ENOUGH) {
                    double strength = strength(both.respondents(), one, another, snapshot.site().respondents());
                    if (strength > 0) {
                        others.put(both.role(), strength);
                    }
                }
            }
            if (!others.isEmpty()) {
                strengths.put(key, others);
            }
        });
        return strengths;
    }

    /** The cosine of the two sets of people, less what it would be if neither had to do with the other, rounded to percent. */
    static double strength(int both, int one, int another, int all) {
        double product = Math.sqrt((double) one * another);
        double chance = product / all;
        return chance >= 1 ? 0 : Math.round(100 * Math.max(0, (both / product - chance) / (1 - chance))) / 100.0;
    }
}
