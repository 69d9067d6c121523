package io.guidepost.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.embedded.TestElasticsearch;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.IndexState;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.security.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to indexes while servers of different definitions come and go, on any Elasticsearch. */
abstract class SiteIndexContract {

    private static final String FIRST = definition("\"title\": {\"type\": \"text\"}");
    private static final String SECOND = definition(
            "\"title\": {\"type\": \"text\"}, \"order\": {\"type\": \"keyword\"}");
    private static final String THIRD = definition("\"title\": {\"type\": \"text\"}, \"rank\": {\"type\": \"long\"}");
    private static final int PAGES = 450;

    private final String alias = TestElasticsearch.alias("pages");
    private final SettableClock clock = new SettableClock();
    private final FakeLiveSites sites = Pages.of(PAGES);
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> readers = new ArrayList<>();
    private final List<Object> failures = new ArrayList<>();

    abstract ElasticsearchClient client();

    @AfterEach
    void end() throws InterruptedException {
        over.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
    }

    private static String definition(String fields) {
        return """
                {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
                 "mappings": {"dynamic": false, "properties": {
                  "id": {"type": "keyword"}, "stamp": {"type": "keyword", "index": false}, %s}}}""".formatted(fields);
    }

    /** A server: its index, and what keeps it. */
    private final class Server extends ElasticsearchSiteIndex {

        private final FakeContent content = new FakeContent();
        private final PageFollower follower = new PageFollower(sites, this, content, clock);
        private final AtomicInteger answers = new AtomicInteger();

        Server(String definition) {
            super(client(), clock, alias, new IndexDefinition(definition, "%012x".formatted(definition.hashCode())));
        }

        List<String> find(String words) {
            return ask(() -> client().search(request -> request.index(searched().index()).size(1)
                    .query(query -> query.match(match -> match.field("title").query(words))), Void.class).hits().hits()
                    .stream().map(hit -> Objects.requireNonNull(hit.id())).toList());
        }

        /** Asks whatever it can be asked without pause until the test is over; notes everything but an answer. */
        Server asked() {
            readers.add(Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    if (follower.isSearchable()) {
                        ask();
                    }
                }
            }));
            return this;
        }

        private void ask() {
            try {
                List<String> found = find("page");
                if (found.isEmpty()) {
                    note("nothing found");
                }
                answers.incrementAndGet();
            } catch (RuntimeException failure) {
                note(failure);
            }
        }

        void awaitAnswers() {
            int before = answers.get();
            await().until(() -> answers.get() > before + 3);
        }

        @Override
        protected boolean canAsk(Searched other) {
            return other.has("title");
        }
    }

    private synchronized void note(Object failure) {
        failures.add(failure);
    }

    private synchronized List<Object> failures() {
        return List.copyOf(failures);
    }

    private Map<String, IndexState> indexes() throws IOException {
        return client().indices().get(request -> request.index(alias + "*")).indices();
    }

    private Set<String> behindAlias() throws IOException {
        return client().indices().getAlias(request -> request.name(alias)).aliases().keySet();
    }

    @Test
    void servers_of_other_definitions_come_and_no_question_fails_or_finds_nothing() throws IOException {
        Server first = new Server(FIRST);
        first.follower.tick();
        Server readFirst = first.asked();
        readFirst.awaitAnswers();
        clock.advance(Duration.ofMinutes(1));

        Server second = new Server(SECOND).asked();
        List<Boolean> searchable = new ArrayList<>();
        second.content.asked = _ -> {
            searchable.add(second.follower.isSearchable());
            second.awaitAnswers();
        };
        second.follower.tick();
        second.awaitAnswers();

        assertThat(searchable).hasSizeGreaterThan(3).containsOnly(true);
        assertThat(indexes()).hasSize(2);
        Pages.publish(sites, PAGES, PAGES + 1);
        first.follower.tick();
        second.follower.tick();
        assertThat(first.find("" + PAGES)).isEqualTo(second.find("" + PAGES)).containsExactly("page-" + PAGES);
        readFirst.awaitAnswers();
        assertThat(indexes()).hasSize(2);
        assertThat(failures()).isEmpty();
    }

    @Test
    void what_servers_use_is_left_to_them_and_of_the_rest_the_newest_stays() throws IOException {
        Server first = new Server(FIRST);
        first.follower.tick();
        clock.advance(Duration.ofMinutes(1));
        Server second = new Server(SECOND);
        second.follower.tick();
        clock.advance(Duration.ofMinutes(1));
        Server third = new Server(THIRD);
        third.follower.tick();

        assertThat(indexes()).as("three servers that are all at work").hasSize(3);

        for (int minutes = 0; minutes < 70; minutes += 10) {
            clock.advance(Duration.ofMinutes(10));
            second.follower.tick();
            third.follower.tick();
        }

        assertThat(indexes()).as("when the first has been gone for long").hasSize(2);
        assertThat(second.find("7")).containsExactly("page-7");
        assertThat(third.find("7")).containsExactly("page-7");

        for (int minutes = 0; minutes < 70; minutes += 10) {
            clock.advance(Duration.ofMinutes(10));
            third.follower.tick();
        }

        assertThat(indexes()).as("the newest other one").hasSize(2);
        clock.advance(Duration.ofMinutes(1));
        Server again = new Server(SECOND);
        List<Integer> written = new ArrayList<>();
        again.content.asked = written::add;
        again.follower.tick();
        assertThat(written).as("what a server that comes back has to write").isEmpty();
        assertThat(again.follower.isDegraded()).isFalse();
    }

    @Test
    void an_index_that_nothing_can_be_asked_of_is_not() {
        Server first = new Server(definition("\"title\": {\"type\": \"keyword\"}"));
        first.follower.tick();
        clock.advance(Duration.ofMinutes(1));

        Server second = new Server(FIRST);
        List<Boolean> searchable = new ArrayList<>();
        second.content.asked = _ -> searchable.add(second.follower.isSearchable());
        second.follower.tick();

        assertThat(searchable).isNotEmpty().containsOnly(false);
        assertThat(second.follower.isSearchable()).isTrue();
        assertThat(second.find("7")).containsExactly("page-7");
    }

    @Test
    void an_index_is_filled_anew_and_no_question_fails_or_finds_nothing() throws IOException {
        Server server = new Server(FIRST);
        server.follower.tick();
        Set<String> before = behindAlias();
        server.asked().awaitAnswers();
        server.content.asked = _ -> server.awaitAnswers();
        clock.advance(Duration.ofMinutes(1));

        CompletableFuture<?> rebuilding = server.follower.rebuild();
        server.follower.tick();

        assertThat(rebuilding.state()).isEqualTo(Future.State.SUCCESS);
        assertThat(server.count()).isEqualTo(PAGES);
        server.awaitAnswers();
        assertThat(behindAlias()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(failures()).isEmpty();
        clock.advance(Duration.ofMinutes(10));
        server.follower.tick();
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void an_index_that_was_deleted_is_made_and_filled_again() throws IOException {
        Server server = new Server(FIRST);
        server.follower.tick();
        List<String> names = List.copyOf(behindAlias());
        client().indices().delete(request -> request.index(names));
        clock.advance(Duration.ofMinutes(1));

        for (int tick = 0; tick < 12; tick++) {
            server.follower.tick();
        }

        assertThat(server.find("7")).containsExactly("page-7");
        assertThat(server.stamps()).hasSize(PAGES);
    }

    @Test
    void an_index_that_is_blocked_is_searched_as_it_is_until_it_takes_what_is_new() throws IOException {
        Server server = new Server(FIRST);
        server.follower.tick();
        block(true);
        Pages.publish(sites, PAGES, PAGES + 1);
        server.follower.tick();

        assertThat(server.follower.isDegraded()).isTrue();
        assertThat(server.follower.isSearchable()).isTrue();
        assertThat(server.find("7")).containsExactly("page-7");

        block(false);
        server.follower.tick();

        assertThat(server.follower.isDegraded()).isFalse();
        assertThat(server.find("" + PAGES)).containsExactly("page-" + PAGES);
    }

    /** As Elasticsearch does itself when a disk is nearly full. */
    private void block(boolean blocked) throws IOException {
        assertThat(client().indices().putSettings(request -> request.index(alias)
                .settings(settings -> settings.blocks(blocks -> blocks.readOnlyAllowDelete(blocked)))).acknowledged())
                .isTrue();
    }
}
