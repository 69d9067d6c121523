package io.guidepost.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Live sites for the tests of packages that read them. */
public final class TestSites {

    private TestSites() {}

    /** A site of one release; the types of its documents by their ids, which are their slugs as well. */
    public static LiveSite of(Map<String, String> types) {
        List<Entry> entries = types.entrySet().stream().map(document -> new Entry(document.getKey(),
                document.getValue(), document.getKey(), document.getKey(), Action.PUBLISH, document.getKey() + "@1",
                List.of())).toList();
        return LiveSite.EMPTY.with(new Release(1, Instant.EPOCH, "ada", "", entries));
    }
}
