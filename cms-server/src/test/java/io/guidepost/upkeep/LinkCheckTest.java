package io.guidepost.upkeep;

import static io.guidepost.server.ContentNode.ADA;
import static io.guidepost.server.ContentNode.EVE;
import static io.guidepost.upkeep.LinkResult.BROKEN;
import static io.guidepost.upkeep.LinkResult.DISALLOWED;
import static io.guidepost.upkeep.LinkResult.FAILING;
import static io.guidepost.upkeep.LinkResult.MOVED;
import static io.guidepost.upkeep.LinkResult.REFUSED;
import static io.guidepost.upkeep.LinkResult.UNCLEAR;
import static io.guidepost.upkeep.LinkResult.WORKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Trash;
import io.guidepost.outbound.WebHost;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCheckTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private WebHost host;
    private UpkeepNode node;

    @BeforeEach
    void open() {
        host = new WebHost();
        node = node(Map.of());
    }

    @AfterEach
    void close() {
        node.close();
        host.close();
    }

    private UpkeepNode node(Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("guidepost.outbound.allowed-hosts", host.authority());
        return new UpkeepNode(mongo.database(), settings);
    }

    private List<String> pages() {
        return host.requests().stream().filter(request -> !request.endsWith("/robots.txt")).toList();
    }

    @Test
    void a_broken_link_opens_a_task_for_each_document_that_cites_the_source_and_changes_nothing() {
        Document source = node.source("bls", host.url("/gone"));
        Document live = node.citing("live", "bls");
        node.released(source, live);
        Document draft = node.draftCiting("draft", "bls");
        // Live it still cites the source.
        node.get(Editing.class).save(ADA, live.id(), node.find("faq-live").version(),
                ContentNode.faq("live", "It is not so."));
        Document before = node.find("faq-live");
        LiveSite site = node.get(LiveSites.class).latest();
        node.rounds(3);

        assertThat(host.requests()).containsExactly("GET /robots.txt", "HEAD /gone", "GET /gone");
        assertThat(host.header("user-agent")).startsWith("Guidepost/");
        assertThat(node.result("bls")).isEqualTo(BROKEN);
        assertThat(node.affected()).containsExactly("faq-draft", "faq-live");
        assertThat(node.told()).hasSize(2);
        assertThat(node.tasks("open").getFirst().why()).isEqualTo("The link of the source “On bls” ("
                + host.url("/gone")
                + ") is broken: There is no such page (404). Correct the address in the source, cite another, or take "
                + "out what rests on it.");
        assertThat(node.find("faq-live")).isEqualTo(before);
        assertThat(node.find("faq-draft").version()).isEqualTo(draft.version());
        assertThat(node.find("source-bls").version()).isEqualTo(source.version());
        assertThat(node.get(LiveSites.class).latest().release()).isEqualTo(site.release());
        assertThat(node.get(LiveSites.class).latest().byId("faq-live")).isPresent();
        assertThat(node.get(LiveSites.class).latest().byId("source-bls")).isPresent();
    }

    @Test
    void a_host_that_does_not_answer_for_the_headers_alone_is_asked_for_the_page_after_its_pause() {
        host.at("/page").answers(200, "There").answersHead(405);
        node.source("bls", host.url("/page"));
        node.rounds(1);
        assertThat(pages()).containsExactly("HEAD /page");
        node.get(LinkCheck.class).turn();
        assertThat(pages()).as("the pause is not over").hasSize(1);
        node.rounds(1);

        assertThat(pages()).containsExactly("HEAD /page", "GET /page");
        assertThat(node.result("bls")).isEqualTo(WORKS);
        assertThat(node.link("bls").due()).isEqualTo(node.link("bls").at().plus(Duration.ofDays(7)));
        assertThat(node.tasks(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"User-agent: *\nDisallow: /private", "User-agent: guidepost\nDisallow: /",
        "User-agent: other\nDisallow:\n\nUser-agent: *\nAllow: /private/open\nDisallow: /"})
    void what_the_host_does_not_want_is_not_asked(String robots) {
        host.at("/robots.txt").answers(200, robots);
        node.source("bls", host.url("/private/page"));
        node.draftCiting("draft", "bls");
        node.rounds(3);

        assertThat(host.requests()).containsExactly("GET /robots.txt");
        assertThat(node.result("bls")).isEqualTo(DISALLOWED);
        assertThat(node.tasks(null)).isEmpty();
    }

    @Test
    void what_the_host_allows_us_is_asked_and_its_wishes_are_read_once() {
        host.at("/robots.txt").answers(200, "User-agent: *\nDisallow: /\n\nUser-agent: guidepost\nDisallow: /private");
        host.at("/page").answers(200, "");
        node.source("one", host.url("/page?1"));
        node.source("two", host.url("/page?2"));
        node.rounds(3);

        assertThat(host.requests()).containsExactlyInAnyOrder("GET /robots.txt", "HEAD /page?1", "HEAD /page?2");
        assertThat(node.result("one")).isEqualTo(WORKS);
        assertThat(node.result("two")).isEqualTo(WORKS);
    }

    @Test
    void while_the_wishes_of_a_host_cannot_be_read_nothing_else_is_asked() {
        host.at("/robots.txt").answers(503, "");
        node.source("bls", host.url("/page"));
        node.rounds(2);

        assertThat(pages()).isEmpty();
        assertThat(node.result("bls")).isEqualTo(UNCLEAR);
    }

    @Test
    void a_host_whose_wishes_cannot_be_read_is_not_asked_for_them_in_a_row() {
        host.at("/robots.txt").answers(503, "");
        IntStream.range(0, 5).forEach(i -> node.source("bls-" + i, host.url("/page?" + i)));
        List<Integer> asked = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            node.rounds(1);
            asked.add(host.requests().size());
        }

        assertThat(asked).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_host_gets_the_pause_that_it_asks_for() {
        host.at("/robots.txt").answers(200, "User-agent: *\nCrawl-delay: 35");
        host.at("/page").answers(200, "");
        IntStream.range(0, 3).forEach(i -> node.source("bls-" + i, host.url("/page?" + i)));
        List<Integer> asked = new ArrayList<>();
        for (int round = 0; round < 9; round++) {
            node.rounds(1);
            asked.add(pages().size());
        }

        assertThat(asked).containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3);
    }

    @Test
    void no_delay_that_a_host_asks_for_is_without_bounds() {
        host.at("/robots.txt").answers(200, "User-agent: *\nCrawl-delay: 99999999");
        host.at("/page").answers(200, "");
        node.source("one", host.url("/page?1"));
        node.source("two", host.url("/page?2"));
        node.rounds(8);

        assertThat(pages()).hasSize(2);
    }

    @Test
    void all_hosts_together_are_asked_no_faster_than_configured() {
        try (WebHost other = new WebHost();
                UpkeepNode slow = node(Map.of("guidepost.upkeep.links.per-minute", "2"))) {
            host.at("/page").answers(200, "");
            slow.source("one", host.url("/page"));
            slow.source("two", other.url("/page"));
            slow.source("three", host.url("/page?3"));
            slow.rounds(3);
            assertThat(pages()).as("one of ours; the other host is refused").hasSize(1);
            slow.rounds(1);

            assertThat(pages()).hasSize(2);
        }
    }

    @Test
    void a_link_that_works_again_settles_what_is_open() {
        node.source("bls", host.url("/page"));
        node.draftCiting("draft", "bls");
        node.rounds(2);
        assertThat(node.affected()).containsExactly("faq-draft");
        host.at("/page").answers(200, "Back");
        node.advance(Duration.ofDays(7));
        node.rounds(1);

        assertThat(node.result("bls")).isEqualTo(WORKS);
        assertThat(node.tasks("open")).isEmpty();
        assertThat(node.tasks("settled")).hasSize(1);
    }

    @Test
    void tasks_are_not_doubled_and_go_with_the_citation() {
        node.source("bls", host.url("/page"));
        node.draftCiting("one", "bls");
        Document two = node.draftCiting("two", "bls");
        node.rounds(2);
        node.get(Editing.class).save(ADA, two.id(), two.version(), ContentNode.faq("two", "It is not so."));
        node.draftCiting("three", "bls");
        node.advance(Duration.ofDays(7));
        node.rounds(2);

        assertThat(node.affected()).containsExactly("faq-one", "faq-three");
        assertThat(node.tasks("settled")).extracting(task -> task.matter().document().value())
                .containsExactly("faq-two");
        assertThat(node.told()).hasSize(3);
    }

    @Test
    void what_was_dismissed_stays_so_while_the_link_stays_broken_and_what_was_not_done_comes_back() {
        node.source("bls", host.url("/page"));
        node.draftCiting("dismissed", "bls");
        node.draftCiting("done", "bls");
        node.rounds(2);
        for (ReviewTask task : node.tasks("open")) {
            boolean dismissed = task.matter().document().value().equals("faq-dismissed");
            var _ = dismissed
                    ? node.get(Tasks.class).dismiss(EVE, task.id(), "Only for us.")
                    : node.get(Tasks.class).done(EVE, task.id(), "");
        }
        node.advance(Duration.ofDays(7));
        node.rounds(2);
        assertThat(node.affected()).containsExactly("faq-done");
        host.at("/page").answers(200, "");
        node.advance(Duration.ofDays(7));
        node.rounds(2);
        assertThat(node.affected()).isEmpty();
        host.at("/page").answers(410, "");
        node.advance(Duration.ofDays(7));
        node.rounds(2);

        assertThat(node.affected()).as("it is another occasion").containsExactly("faq-dismissed", "faq-done");
    }

    @Test
    void a_host_that_fails_three_times_in_a_row_is_taken_at_its_word() {
        host.at("/page").answers(503, "");
        node.source("bls", host.url("/page"));
        node.draftCiting("draft", "bls");
        List<LinkResult> results = new ArrayList<>();
        for (int check = 0; check < 4; check++) {
            node.rounds(2);
            results.add(node.result("bls"));
            assertThat(node.affected()).hasSize(check < 2 ? 0 : 1);
            node.advance(check < 2 ? Duration.ofHours(6) : Duration.ofDays(7));
        }

        assertThat(results).containsExactly(FAILING, FAILING, BROKEN, BROKEN);
        assertThat(node.link("bls").failures()).isEqualTo(4);
    }

    @Test
    void an_answer_in_between_starts_the_count_anew_and_a_broken_link_does_not_mend_by_failing() {
        host.at("/page").answers(500, "");
        node.source("bls", host.url("/page"));
        node.rounds(2);
        host.at("/page").answers(403, "");
        node.advance(Duration.ofHours(6));
        node.rounds(2);
        assertThat(node.result("bls")).isEqualTo(UNCLEAR);
        assertThat(node.link("bls").failures()).isZero();
        host.at("/page").answers(404, "");
        node.advance(Duration.ofDays(7));
        node.rounds(2);
        host.at("/page").answers(500, "");
        node.advance(Duration.ofDays(7));
        node.rounds(2);

        assertThat(node.result("bls")).isEqualTo(BROKEN);
        assertThat(node.link("bls").failures()).isEqualTo(2);
    }

    @Test
    void a_host_that_never_answers_is_given_up_in_time() {
        host.at("/page").hangs();
        try (UpkeepNode hasty = node(Map.of("guidepost.upkeep.links.timeout", "300ms"))) {
            hasty.source("bls", host.url("/page"));
            hasty.rounds(2);

            assertThat(pages()).containsExactly("HEAD /page", "GET /page");
            assertThat(hasty.link("bls").verdict()).isEqualTo(Verdict.of(FAILING, "It takes too long."));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 400, 418, 429, 451})
    void an_answer_that_does_not_tell_opens_nothing(int status) {
        host.at("/page").answers(status, "");
        node.source("bls", host.url("/page"));
        node.draftCiting("draft", "bls");
        node.rounds(2);

        assertThat(node.result("bls")).isEqualTo(UNCLEAR);
        assertThat(node.tasks(null)).isEmpty();
    }

    @Test
    void a_link_that_has_moved_for_good_says_where() {
        host.at("/old").redirects(301, "/older");
        host.at("/older").redirects(308, host.url("/new"));
        host.at("/new").answers(200, "");
        host.at("/mixed").redirects(302, "/old");
        node.source("moved", host.url("/old#part"));
        node.source("lent", host.url("/mixed"));
        node.rounds(9);

        assertThat(node.link("moved").verdict()).isEqualTo(new Verdict(MOVED, 200, host.url("/new"),
                "It works, and has moved to " + host.url("/new") + "."));
        assertThat(node.result("lent")).isEqualTo(WORKS);
        assertThat(pages()).containsOnlyOnce("HEAD /mixed").doesNotContain("GET /old");
    }

    @Test
    void redirects_that_do_not_end_are_a_failure() {
        host.at("/round").redirects(302, "/round");
        node.source("bls", host.url("/round"));
        node.rounds(9);

        assertThat(pages()).hasSize(6);
        assertThat(node.result("bls")).isEqualTo(FAILING);
    }

    @Test
    void private_addresses_are_refused_and_not_even_connected_to() throws IOException {
        try (ServerSocket inner = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            node.source("port", "http://127.0.0.1:" + inner.getLocalPort() + "/");
            node.source("metadata", "http://127.0.0.9/latest/meta-data/");
            node.source("name", "http://localhost/");
            host.at("/page").redirects(302, "http://127.0.0.1:" + inner.getLocalPort() + "/");
            host.at("/inside").redirects(302, "http://localhost/");
            node.source("redirected", host.url("/page"));
            node.source("inside", host.url("/inside"));
            node.draftCiting("draft", "port");
            node.rounds(6);

            assertThat(List.of("port", "metadata", "name", "redirected", "inside"))
                    .allSatisfy(slug -> assertThat(node.result(slug)).as(slug).isEqualTo(REFUSED));
            assertThat(node.tasks(null)).isEmpty();
            try (Socket own = new Socket(inner.getInetAddress(), inner.getLocalPort()); Socket first = inner.accept()) {
                assertThat(first.getPort()).as("nobody was there before").isEqualTo(own.getLocalPort());
            }
        }
    }

    @Test
    void two_nodes_check_each_link_once() throws Exception {
        host.at("/page").answers(200, "");
        Map<String, Object> fast = Map.of("guidepost.upkeep.links.per-minute", "6000", "guidepost.upkeep.links.pause",
                "10ms");
        try (UpkeepNode one = node(fast);
                UpkeepNode two = node(fast);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            IntStream.range(0, 12).forEach(i -> one.source("bls-" + i, host.url("/page?" + i)));
            List<Future<?>> running = List.of(threads.submit(() -> one.rounds(40)),
                    threads.submit(() -> two.rounds(40)));
            for (Future<?> each : running) {
                each.get();
            }

            assertThat(pages()).hasSize(12).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_node_that_dies_in_the_middle_is_followed_by_another() {
        host.at("/page").answers(200, "");
        node.source("bls", host.url("/page"));
        LinkChecks links = node.get(LinkChecks.class);
        Instant now = node.get(Clock.class).instant();
        links.track(UpkeepNode.id("bls"), host.url("/page"), now);
        assertThat(links.claim(now, now.plus(Duration.ofMinutes(5)))).isPresent();
        node.rounds(9);
        assertThat(pages()).isEmpty();
        node.advance(Duration.ofMinutes(4));
        node.rounds(1);

        assertThat(node.result("bls")).isEqualTo(WORKS);
    }

    @Test
    void a_changed_link_is_checked_anew_and_a_source_that_is_gone_is_forgotten() {
        Document source = node.source("bls", host.url("/old"));
        Document faq = node.draftCiting("draft", "bls");
        node.rounds(2);
        assertThat(node.affected()).hasSize(1);
        host.at("/new").answers(200, "");
        node.get(Editing.class).save(ADA, source.id(), source.version(),
                ContentNode.source("bls").put("url", host.url("/new")));
        node.advance(Duration.ofMinutes(10));
        node.rounds(1);
        assertThat(node.result("bls")).isEqualTo(WORKS);
        assertThat(node.tasks("open")).isEmpty();

        node.get(Trash.class).delete(EVE, faq.id(), faq.version(), false);
        node.get(Trash.class).delete(EVE, source.id(), node.find("source-bls").version(), false);
        node.advance(Duration.ofMinutes(10));
        node.rounds(1);

        assertThat(node.get(LinkChecks.class).find(new DocumentId("source-bls"))).isEmpty();
    }

    @Test
    void a_source_whose_link_is_broken_and_that_is_gone_leaves_no_task_open() {
        Document source = node.source("bls", host.url("/old"));
        Document faq = node.draftCiting("draft", "bls");
        node.rounds(2);
        node.get(Trash.class).delete(EVE, faq.id(), faq.version(), false);
        node.get(Trash.class).delete(EVE, source.id(), source.version(), false);
        node.advance(Duration.ofMinutes(10));
        node.rounds(1);

        assertThat(node.tasks("open")).isEmpty();
        assertThat(node.tasks("settled")).hasSize(1);
    }
}
