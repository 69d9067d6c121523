package io.guidepost.webhooks;

import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.release.Entry;
import io.guidepost.release.LiveSite;
import io.guidepost.release.Release;
import io.guidepost.web.SurrogateKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which answers may be others than they were, by the keys that they carry. The lists are complete; where one would be too long, all
 * answers are meant.
 */
final class Purge {

    /** In documents or roles; as many keys take some ten kilobytes. */
    private static final int MOST = 100;
    /** The document type whose live documents are related to each other. */
    private static final String GUIDES = "RoleGuide";

    private Purge() {}

    /** What a release has changed. */
    static List<String> after(Release release, LiveSite before, LiveSite after) {
        if (release.entries().size() > MOST) {
            return List.of(SurrogateKey.ALL);
        }
        Set<String> keys = everyTime();
        for (Entry entry : release.entries()) {
            keys.add(entry.document());
            keys.add(SurrogateKey.type(entry.type()));
            if (before.bySlug(entry.type(), entry.slug()).isEmpty()) {
                keys.add(SurrogateKey.missing(entry.type(), entry.slug()));
            }
            if (entry.type().equals(GUIDES)) {
                keys.add(SurrogateKey.RELATED);
            }
        }
        if (!before.redirects().equals(after.redirects())) {
            keys.add(SurrogateKey.REDIRECTS);
        }
        return List.copyOf(keys);
    }

    /** What a snapshot of the statistics has changed; the instant of figures is told with them, and is a change as well. */
    static List<String> after(Snapshot before, Snapshot after) {
        List<String> roles = Stream.concat(before.roles().keySet().stream(), after.roles().keySet().stream())
                .distinct().filter(role -> !after.role(role).equals(before.role(role))).toList();
        if (roles.size() > MOST) {
            return List.of(SurrogateKey.ALL);
        }
        Set<String> keys = everyTime();
        keys.add(SurrogateKey.STATISTICS);
        roles.forEach(role -> keys.add(SurrogateKey.role(role)));
        return List.copyOf(keys);
    }

    private static Set<String> everyTime() {
        return new LinkedHashSet<>(List.of(SurrogateKey.EDITION, SurrogateKey.EVERYTHING));
    }
}
