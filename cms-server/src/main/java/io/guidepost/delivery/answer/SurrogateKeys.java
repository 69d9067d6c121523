package io.guidepost.delivery.answer;

import io.guidepost.delivery.edition.View;
import io.guidepost.delivery.reading.Dependency;
import io.guidepost.web.SurrogateKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names all that an answer was made from, for caches in front of the server that can forget by name. */
final class SurrogateKeys {

    /** In characters; such caches take header lines of a few kilobytes. */
    private static final int LONGEST = 4_000;

    private SurrogateKeys() {}

    /**
     * The keys, separated by spaces. Where each by itself would be too many, documents are named by their type.
     *
     * @param view in which the answer was read
     */
    static String of(Collection<Dependency> dependencies, View view) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(SurrogateKey.ALL);
        dependencies.forEach(dependency -> keys.add(dependency.surrogateKey()));
        String all = String.join(" ", keys);
        if (all.length() <= LONGEST) {
            return all;
        }
        Set<String> types = new LinkedHashSet<>();
        keys.forEach(key -> types.add(view.site().byId(key).map(document -> SurrogateKey.type(document.type()))
                .orElse(key)));
        String fewer = String.join(" ", types);
        return fewer.length() <= LONGEST ? fewer : SurrogateKey.ALL + " " + SurrogateKey.EVERYTHING;
    }
}
