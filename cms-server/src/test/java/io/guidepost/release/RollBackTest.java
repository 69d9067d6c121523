package io.guidepost.release;

import static io.guidepost.server.ContentNode.EVE;
import static io.guidepost.server.ContentNode.faq;
import static io.guidepost.server.ContentNode.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Live;
import io.guidepost.editorial.Trash;
import io.guidepost.security.Actor;
import io.guidepost.security.ForbiddenException;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollBackTest {

    private static final Actor EDITOR = new Actor(new PersonId("kim"), "Kim", Set.of(Role.EDITOR),
            Role.EDITOR.permissions());

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    private ContentNode node;
    private Releases releases;
    private int texts;

    @BeforeEach
    void start() {
        node = new ContentNode(mongo.database());
        releases = node.get(Releases.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private Release release(Change... changes) {
        return releases.publish(EVE, new ReleaseRequest(List.of(changes), "A release", true));
    }

    private static Change publish(String id) {
        return Change.publish(new DocumentId(id));
    }

    private static Change withdraw(String id) {
        return Change.withdraw(new DocumentId(id));
    }

    private void faqIsApproved(String slug, String answer) {
        node.approved("Faq", "faq-" + slug, faq(slug, answer));
    }

    private Map<String, String> live() {
        return node.get(LiveSites.class).latest().documents().stream()
                .collect(Collectors.toMap(LiveDocument::id, LiveDocument::publication));
    }

    private List<ReleaseProblem> refused(int number) {
        List<ReleaseProblem> problems = catchThrowableOfType(ReleaseRefusedException.class,
                () -> releases.rollBack(EVE, number, "")).problems();
        assertThat(releases.previewRollBack(EVE, number).problems()).isEqualTo(problems);
        return problems;
    }

    @Test
    void what_was_added_is_withdrawn_what_was_changed_is_as_before_and_what_was_withdrawn_is_live_again() {
        faqIsApproved("kept", "As it is.");
        faqIsApproved("changed", "As it was.");
        faqIsApproved("withdrawn", "As it is.");
        release(publish("faq-kept"), publish("faq-changed"), publish("faq-withdrawn"));
        Map<String, String> before = live();
        faqIsApproved("changed", "As it is.");
        faqIsApproved("added", "As it is.");
        release(publish("faq-changed"), publish("faq-added"), withdraw("faq-withdrawn"));

        Release rolledBack = releases.rollBack(EVE, 2, "");

        assertThat(rolledBack.number()).isEqualTo(3);
        assertThat(rolledBack.rollsBack()).isEqualTo(2);
        assertThat(rolledBack.message()).isEqualTo("Roll back release 2");
        assertThat(live()).isEqualTo(before);
        assertThat(node.get(ReleaseLog.class).find(3)).contains(rolledBack);
        assertThat(node.find("faq-changed").version()).as("the working copy is left alone").isEqualTo(6);
        assertThat(node.find("faq-changed").live()).isEqualTo(new Live(3, 3));
        assertThat(node.find("faq-added").live()).isEqualTo(new Live(3, null));
    }

    @Test
    void what_a_later_release_has_changed_again_is_named_and_refused() {
        faqIsApproved("one", "As it was.");
        faqIsApproved("two", "As it was.");
        release(publish("faq-one"), publish("faq-two"));
        faqIsApproved("one", "As it is.");
        release(publish("faq-one"));

        assertThat(refused(1)).extracting(ReleaseProblem::document, ReleaseProblem::code, ReleaseProblem::message)
                .containsExactly(tuple("faq-one", "changed-since",
                        "“What about one?” has been changed again by release 2."));
        releases.rollBack(EVE, 2, "");
        releases.rollBack(EVE, 1, "What was changed since is as it was");
        assertThat(live()).isEmpty();
    }

    @Test
    void a_site_that_would_break_a_rule_is_refused() {
        node.approved("Source", "source-bureau", source("bureau"));
        release(publish("source-bureau"));
        faqIsApproved("citing", "Somebody says so [@bureau].");
        release(publish("faq-citing"));

        assertThat(refused(1)).extracting(ReleaseProblem::document, ReleaseProblem::code, ReleaseProblem::referrers)
                .containsExactly(tuple("source-bureau", "still-referenced", List.of("faq-citing")));

        faqIsApproved("citing", "Nobody says so.");
        release(publish("faq-citing"));
        release(withdraw("source-bureau"));
        assertThat(refused(3)).extracting(ReleaseProblem::document, ReleaseProblem::code, ReleaseProblem::pointer)
                .containsExactly(tuple("faq-citing", "broken-reference", "/answer"));
    }

    @Test
    void what_nobody_could_work_on_is_not_put_live_again() {
        faqIsApproved("one", "As it is.");
        release(publish("faq-one"));
        release(withdraw("faq-one"));
        node.get(Trash.class).delete(EVE, new DocumentId("faq-one"), 3, false);

        assertThat(refused(2)).extracting(ReleaseProblem::document, ReleaseProblem::code, ReleaseProblem::message)
                .containsExactly(tuple("faq-one", "in-trash",
                        "“What about one?” is in the trash; take it out first."));

        assertThat(node.get(Documents.class).purge(Instant.now().plusSeconds(1))).hasSize(1);
        assertThat(refused(2)).extracting(ReleaseProblem::document, ReleaseProblem::code, ReleaseProblem::message)
                .containsExactly(tuple("faq-one", "unknown-document",
                        "“What about one?” is gone from the trash for good, so it cannot go live again."));
    }

    @Test
    void what_was_live_before_is_warned_of_and_not_held_to_the_checks_of_today() {
        node.approved("Source", "source-bureau", source("bureau"));
        faqIsApproved("citing", "Somebody says so [@bureau].");
        release(publish("source-bureau"), publish("faq-citing"));
        faqIsApproved("citing", "Nobody says so.");
        release(publish("faq-citing"));
        node.approved("Source", "source-bureau", source("bureau").put("status", "WITHDRAWN"));
        release(publish("source-bureau"));

        ReleasePreview preview = releases.previewRollBack(EVE, 2);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.warnings()).extracting(ReleaseProblem::document, ReleaseProblem::code)
                .contains(tuple("faq-citing", "withdrawn-source"));
        assertThat(releases.rollBack(EVE, 2, "").number()).isEqualTo(4);
    }

    @Test
    void only_a_publisher_rolls_back_and_only_what_there_is() {
        faqIsApproved("one", "As it is.");
        release(publish("faq-one"));

        assertThatThrownBy(() -> releases.rollBack(EDITOR, 1, "")).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> releases.rollBack(EVE, 2, "")).isInstanceOf(UnknownReleaseException.class);
        assertThatThrownBy(() -> releases.rollBack(EVE, 0, "")).isInstanceOf(UnknownReleaseException.class);
        assertThat(live()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rolling_back_the_newest_release_restores_the_site_before_it_whatever_was_released(long seed) {
        Random random = new Random(seed);
        List<Map<String, String>> sites = new ArrayList<>(List.of(live()));
        for (int step = 0; step < 24; step++) {
            Map<String, String> before = live();
            if (!randomRelease(random)) {
                continue;
            }
            int newest = node.get(LiveSites.class).latest().release();
            sites.add(live());
            if (random.nextBoolean()) {
                releases.rollBack(EVE, newest, "");
                assertThat(live()).as("seed %d, release %d", seed, newest).isEqualTo(before);
            }
        }
        assertThat(sites).hasSizeGreaterThan(4);
        for (int newest = node.get(LiveSites.class).latest().release(); newest > 0; newest--) {
            // Release after release is taken back, roll backs among them.
            releases.rollBack(EVE, newest, "");
            assertThat(live()).isEqualTo(node.get(LiveSites.class).at(newest - 1).documents().stream()
                    .collect(Collectors.toMap(LiveDocument::id, LiveDocument::publication)));
        }
        assertThat(live()).isEmpty();
    }

    /** Publishes some of a few questions that cite some of a few sources, and withdraws others; false: the rules forbid it. */
    private boolean randomRelease(Random random) {
        List<Change> changes = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            if (random.nextInt(3) == 0) {
                node.approved("Source", "source-" + number, source("bureau-" + number).put("title", "On " + ++texts));
                changes.add(publish("source-" + number));
            } else if (random.nextInt(4) == 0 && live().containsKey("source-" + number)) {
                changes.add(withdraw("source-" + number));
            }
            if (random.nextInt(2) == 0) {
                faqIsApproved("number-" + number,
                        "Somebody says " + ++texts + " [@bureau-" + random.nextInt(3) + "].");
                changes.add(publish("faq-number-" + number));
            }
        }
        try {
            return !changes.isEmpty() && release(changes.toArray(Change[]::new)).number() > 0;
        } catch (ReleaseRefusedException _) {
            return false;
        }
    }
}
