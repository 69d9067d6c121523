package io.guidepost.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class KnownRunsTest {

    private static final String GUIDE = "guide-data-analyst";

    private final Seed seed = Seed.content();
    private final KnownRuns known = new KnownRuns();

    @Test
    void a_document_that_is_read_anew_is_not_taken_apart_anew() {
        var first = known.of(Seed.type("RoleGuide"), guide("1", seed.copy(GUIDE)));

        assertThat(known.of(Seed.type("RoleGuide"), guide("1", seed.copy(GUIDE)))).isSameAs(first);
        assertThat(first.size()).isGreaterThan(1_000);
    }

    @Test
    void what_has_changed_is_taken_apart_anew() {
        var content = seed.copy(GUIDE);
        var before = known.of(Seed.type("RoleGuide"), guide("1", content));

        content.put("intro", "Nothing of this stood anywhere in this guide before, and it is long enough to compare.");

        var added = Runs
                .of(Seed.type("RoleGuide").prose(Seed.json("{}").put("intro", content.get("intro").stringValue())));
        assertThat(added.areMostlyIn(known.of(Seed.type("RoleGuide"), guide("2", content)))).isTrue();
        assertThat(added.areMostlyIn(before)).isFalse();
    }

    private static Neighbour guide(String state, ObjectNode content) {
        return new Neighbour(GUIDE, "RoleGuide", "data-analyst", "Data analyst", state, content);
    }
}
