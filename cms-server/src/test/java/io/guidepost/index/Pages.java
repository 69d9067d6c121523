package io.guidepost.index;

import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.FakeLiveSites.Published;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sites with pages {@code page-0}, {@code page-1} and so on. */
final class Pages {

    private Pages() {}

    static FakeLiveSites of(int count) {
        FakeLiveSites sites = new FakeLiveSites();
        publish(sites, 0, count);
        return sites;
    }

    /** Publishes pages, again if they are there. */
    static void publish(FakeLiveSites sites, int from, int to) {
        sites.publish(Instant.EPOCH, IntStream.range(from, to).mapToObj(Pages::page).toList());
    }

    private static Published page(int number) {
        return new Published("Page", "page-" + number, "page-" + number, "a page " + number,
                JsonNodeFactory.instance.objectNode(), List.of());
    }
}
