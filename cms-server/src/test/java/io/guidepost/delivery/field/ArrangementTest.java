package io.guidepost.delivery.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.field.Filter.Matching;
import io.guidepost.release.LiveDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArrangementTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.5Z");

    private final Random random = new Random(7);

    private static LiveDocument document(int number, int version, long second) {
        return new LiveDocument("guide-" + number, "RoleGuide", "role-" + number, "Role " + number,
                "guide-" + number + "@" + version, START.plusSeconds(second), START, List.of());
    }

    private static List<String> publications(NavigableMap<String, LiveDocument> list) {
        return list.values().stream().map(LiveDocument::publication).toList();
    }

    private static List<String> newestFirst(NavigableMap<String, LiveDocument> bySlug) {
        return bySlug.values().stream().sorted(Comparator.comparing(LiveDocument::publishedAt).reversed()
                .thenComparing(LiveDocument::slug)).map(LiveDocument::publication).toList();
    }

    @Test
    void what_went_live_last_comes_first_to_the_nanosecond() {
        TreeMap<String, LiveDocument> bySlug = new TreeMap<>();
        for (int nano : List.of(0, 1, 9, 10, 999_999_999)) {
            LiveDocument document = new LiveDocument("guide-" + nano, "RoleGuide", "role-" + nano, "Role", "guide@"
                    + nano, Instant.ofEpochSecond(1_800_000_000, nano), START, List.of());
            bySlug.put(document.slug(), document);
        }

        assertThat(publications(new Arrangement(DocumentOrder.NEWEST).of(new Matching(bySlug, true)))).containsExactly(
                "guide@999999999", "guide@10", "guide@9", "guide@1", "guide@0");
    }

    @Test
    void a_list_is_in_order_after_whatever_releases() {
        Arrangement arrangement = new Arrangement(DocumentOrder.NEWEST);
        TreeMap<String, LiveDocument> bySlug = new TreeMap<>();
        for (int number = 0; number < 200; number++) {
            bySlug.put("role-" + number, document(number, 1, random.nextInt(50)));
        }
        List<NavigableMap<String, LiveDocument>> lists = new ArrayList<>();
        for (int release = 0; release < 300; release++) {
            bySlug = new TreeMap<>(bySlug);
            // Now and then so many at once that the list is another one.
            for (int change = random.nextInt(release % 50 == 49 ? 150 : 12); change > 0; change--) {
                int number = random.nextInt(250);
                if (random.nextInt(4) == 0) {
                    bySlug.remove("role-" + number);
                } else {
                    bySlug.put("role-" + number, document(number, release + 2, random.nextInt(50)));
                }
            }
            lists.add(bySlug);

            assertThat(publications(arrangement.of(new Matching(bySlug, true)))).isEqualTo(newestFirst(bySlug));
        }
        assertThat(lists).allSatisfy(list -> assertThat(publications(arrangement.of(new Matching(list, true))))
                .isEqualTo(newestFirst(list)));
    }
}
