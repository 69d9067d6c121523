package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.embedded.JavaProcess;
import io.guidepost.embedded.MongoProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the editors' guide tells of five people and four guides, on two servers that share one MongoDB. */
class EditorsStoryTest {

    private static final String[] NO_SEARCH = {"--spring.elasticsearch.uris=http://127.0.0.1:9",
        "--guidepost.seeding.enabled=true"};

    @Test
    void five_people_write_review_plan_release_and_take_back_as_the_guide_tells(@TempDir Path folder)
            throws Exception {
        Tour tour = Tour.of(Path.of("../docs/editors.md"), "A spring update, step by step");
        List<String> shown;
        try (JavaProcess mongo = JavaProcess.run(MongoProcess.class, folder.resolve("mongo"))) {
            String uri = "--spring.mongodb.uri=" + mongo.awaitLine("mongo ");
            try (ServerProcess first = ServerProcess.start(folder.resolve("first"), uri, NO_SEARCH[0], NO_SEARCH[1])) {
                first.awaitReady();
                try (ServerProcess second = ServerProcess.start(folder.resolve("second"), uri, NO_SEARCH[0])) {
                    second.awaitReady();
                    shown = tour.run(Map.of("ADMIN='gp_…'", "ADMIN='" + first.token().orElseThrow() + "'",
                            "API=http://127.0.0.1:8080", "API=http://127.0.0.1:" + first.port(), "API2=$API",
                            "API2=http://127.0.0.1:" + second.port()));
                }
            }
        }

        String all = String.join("---", shown);
        assertThat(shown).as(all).satisfiesExactly(settings -> assertThat(settings).isEmpty(),
                people -> assertThat(people).isEmpty(),
                written -> assertThat(written.lines()).hasSize(4).allMatch(line -> line.contains("\"Draft\"")),
                submitted -> assertThat(submitted.lines()).hasSize(4).allMatch(line -> line.contains("\"InReview\"")),
                waiting -> assertThat(waiting).isEqualTo("[\"guide-ai-specialist\",\"guide-data-analyst\","
                        + "\"guide-product-manager\",\"guide-ux-designer\"]\n"),
                commented -> assertThat(commented).contains("\"mentions\": [", "\"ada\"", "ChangesRequested",
                        "Please say something about portfolios."),
                merged -> assertThat(merged.lines()).satisfiesExactly(saved -> assertThat(saved).contains("version"),
                        stale -> assertThat(stale).isEqualTo("{\"status\":412,\"theirs\":[\"/subtitle\"],"
                                + "\"yours\":[\"/description\"],\"conflicting\":[]}"),
                        both -> assertThat(both).contains("Merged with what changed since version",
                                "the portfolio that opens the door")),
                difference -> assertThat(difference).contains("Subtitle", "Description", "portfolio"),
                resolved -> assertThat(resolved).isEqualTo("{\"outdated\":true,\"state\":\"resolved\"}\n"),
                approved -> assertThat(approved.lines()).hasSize(4).first().asString().contains("403", "grace"),
                faqs -> assertThat(faqs.strip()).isEqualTo("12 Approved"),
                planned -> assertThat(planned)
                        .isEqualTo("{\"releasable\":true,\"problems\":[]}\n{\"updated\":15,\"added\":0}\n"),
                released -> assertThat(released).isEqualTo("\"Scheduled\"\n2\n"),
                live -> assertThat(live.lines()).hasSize(2).allMatch(line -> line.equals("{\"subtitles\":"
                        + "[\"An honest look at the way in, for people who come from elsewhere\"],\"answers\":12}")),
                back -> assertThat(back.lines()).satisfiesExactly(
                        release -> assertThat(release)
                                .isEqualTo("{\"number\":3,\"rollsBack\":2,\"message\":\"Too early.\"}"),
                        site -> assertThat(site).startsWith("{\"edition\":\"3.")
                                .endsWith("\"subtitles\":[false],\"answers\":0}")),
                record -> assertThat(record).containsSubsequence("bob EDITED", "ada EDITED", "grace CHANGES_REQUESTED",
                        "ada SUBMITTED", "ada EDITED", "CREATED", "\"releases.roll-back\""));
    }
}
