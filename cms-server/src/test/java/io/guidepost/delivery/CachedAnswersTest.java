package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.answer.AnswerFilter;
import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.webhooks.Purges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same questions asked of a server that keeps answers and of one that keeps none, while what they follow from changes. */
@DirtiesContext
class CachedAnswersTest extends DeliveryTest {

    private static final String CHANGES = """
            query Changed($since: ID!) {
              changes(since: $since, first: 100) { totalCount nodes { kind type id slug } }
            }""";

    private static final String FIGURES = """
            { roleGuide(slug: "ai-specialist") {
                statistics { provenance { snapshot } highlights { provenance { snapshot } }
                  byBackground { asOf provenance { snapshot } } questions { answers { rank interval { low } trend } } }
                tldr { figures { text provenance { snapshot } } } }
              siteSettings { statistics { asOf provenance { snapshot } } trust { figures { provenance { snapshot } } } } }""";

    @Autowired
    private FakeLiveSites sites;
    @Autowired
    private FakeSnapshots snapshots;
    @Autowired
    private FakeRelatedCareers careers;
    @Autowired
    private GraphQlSource source;
    private MockMvcTester keeping;
    private Random random = new Random();
    private Instant now = Instant.parse("2026-05-01T00:00:00Z");
    private int kept;
    private final Map<LiveDocument, ObjectNode> withdrawn = new LinkedHashMap<>();

    @BeforeEach
    void keepAnswers(@Autowired WebApplicationContext context, @Autowired AnswerFilter filter) {
        keeping = MockMvcTester.from(context, builder -> builder.addFilters(filter).build());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_kept_answer_is_what_running_the_query_anew_gives(long seed) throws IOException {
        random = new Random(seed);
        List<String> bodies = bodies(seed);
        for (int round = 0; round < 40; round++) {
            change();
            for (int i = 0; i < 12; i++) {
                same(bodies.get(random.nextInt(bodies.size())));
            }
        }
        assertThat(kept).as("answers that were given again").isBetween(60, 460);
    }

    /** An answer as a cache in front of the server has it. */
    private record Cached(String said, Set<String> keys) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_cache_that_forgets_what_webhooks_say_has_nothing_that_is_stale(long seed) throws IOException {
        random = new Random(seed);
        careers.find("guide-data-analyst", false);
        List<String> bodies = bodies(seed);
        bodies.add(body("{ faq(slug: \"renamed-1\") { question } }", "{}"));
        bodies.add(
                body("{ roleGuide(slug: \"ai-specialist\") { alsoConsider { careers { guide { title } } } } }", "{}"));
        Map<String, Cached> cache = new HashMap<>();
        int lasting = 0;
        for (int round = 0; round < 60; round++) {
            Set<String> purged = purged();
            cache.values().removeIf(cached -> cached.keys().stream().anyMatch(purged::contains));
            lasting += round == 0 ? 0 : cache.size();
            for (String body : bodies) {
                MvcTestResult answer = get(body);
                Cached cached = cache.get(body);
                if (cached != null) {
                    assertThat(said(answer)).as("%s, by %s without any of %s", body, cached.keys(), purged)
                            .isEqualTo(cached.said());
                } else if (answer.getResponse().containsHeader("Surrogate-Key")) {
                    cache.put(body, new Cached(said(answer), Set.of(answer.getResponse().getHeader("Surrogate-Key")
                            .split(" "))));
                }
            }
        }
        assertThat(cache.values()).allSatisfy(cached -> assertThat(cached.keys()).contains("all"));
        assertThat(lasting).as("answers that stayed").isGreaterThan(300);
    }

    /** Has something happen, and gives the keys that are told of it. */
    private Set<String> purged() {
        LiveSite site = sites.latest();
        Snapshot snapshot = snapshots.latest();
        int generation = careers.generation();
        change();
        Set<String> keys = new HashSet<>();
        for (int number = site.release() + 1; number <= sites.latest().release(); number++) {
            keys.addAll(Purges.after(sites.release(number), sites.at(number - 1), sites.at(number)));
        }
        if (snapshots.latest() != snapshot) {
            keys.addAll(Purges.after(snapshot, snapshots.latest()));
        }
        if (careers.generation() != generation) {
            keys.add("related");
        }
        return keys;
    }

    private MvcTestResult get(String body) {
        JsonNode request = json.readTree(body);
        return keeping.get().uri("/graphql?query={query}&variables={variables}", request.get("query").asString(),
                request.get("variables").toString()).accept(GRAPHQL_RESPONSE).exchange();
    }

    private List<String> bodies(long seed) throws IOException {
        List<String> bodies = new ArrayList<>();
        RandomQueries queries = new RandomQueries(source.schema(), seed);
        for (int i = 0; i < 8; i++) {
            bodies.add(body(queries.next(), RandomQueries.VARIABLES));
        }
        for (String slug : List.of("ai-specialist", "data-analyst", "nobody")) {
            bodies.add(body(pageQuery(), "{\"slug\": \"" + slug + "\"}"));
            bodies.add(body(pageQuery(), "{\"slug\": \"" + slug + "\", \"edition\": \"2\"}"));
        }
        bodies.add(body("{ roleGuides(filter: {tags: [\"data\"]}) { nodes { title } } }", "{}"));
        bodies.add(body("{ faqs(first: 3) { totalCount nodes { question answer { html } } } }", "{}"));
        bodies.add(body("{ roleGuides(filter: {hasFigure: true}, sort: NEWEST) { nodes { slug } } }", "{}"));
        bodies.add(body("{ roleGuides(filter: {quizBackground: \"career-changer\"}) { nodes { slug } } }", "{}"));
        bodies.add(body(FIGURES, "{}"));
        bodies.add(body("{ redirects { nodes { type from to } } }", "{}"));
        bodies.add(body("{ siteMap { nodes { slug lastModified } } }", "{}"));
        bodies.add(body("{ roleGuide(slug: \"ai-specialist\") { jsonLd(url: \"https://guides.example/ai\") } }", "{}"));
        bodies.add(body("{ edition { id asOf } }", "{}"));
        for (String since : List.of("1.1", "2.1", "2.2")) {
            bodies.add(body(CHANGES, "{\"since\": \"" + since + "\"}"));
        }
        return bodies;
    }

    private String body(String query, String variables) {
        ObjectNode body = json.createObjectNode().put("query", query);
        return body.set("variables", json.readTree(variables)).toString();
    }

    private void same(String body) {
        MvcTestResult given = ask(keeping, body);
        MvcTestResult anew = ask(http, body);
        assertThat(given.getResponse().getStatus()).as(body).isEqualTo(anew.getResponse().getStatus());
        assertThat(said(given)).as(body).isEqualTo(said(anew));
        assertThat(given.getResponse().getHeader("Guidepost-Edition")).as(body)
                .isEqualTo(anew.getResponse().getHeader("Guidepost-Edition"));
        String since = json.readTree(body).at("/variables/since").asString("");
        if (!since.isEmpty()) {
            assertThat(documents(data(given).get("changes"))).as(body)
                    .containsExactlyInAnyOrderElementsOf(changed(since));
        }
        if (given.getMvcResult().getHandler() == null) {
            kept++;
        }
    }

    private static List<String> documents(JsonNode changes) {
        assertThat(changes.get("nodes")).hasSize(changes.get("totalCount").asInt());
        return changes.get("nodes").valueStream().filter(change -> !change.get("kind").asString().equals("STATISTICS"))
                .map(change -> change.get("kind").asString() + ' ' + change.get("type").asString() + ' '
                        + change.get("id").asString() + ' ' + change.get("slug").asString())
                .toList();
    }

    /** What is different in the documents since an edition, found by going through both sites. */
    private List<String> changed(String since) {
        LiveSite before = sites.at(Integer.parseInt(since.substring(0, since.indexOf('.'))));
        LiveSite after = sites.latest();
        List<String> changed = new ArrayList<>();
        for (LiveDocument document : after.documents()) {
            String was = before.byId(document.id()).map(LiveDocument::publication).orElse("");
            if (!was.equals(document.publication())) {
                changed.add(told(was.isEmpty() ? "PUBLISHED" : "UPDATED", document));
            }
        }
        before.documents().stream().filter(document -> after.byId(document.id()).isEmpty())
                .forEach(document -> changed.add(told("WITHDRAWN", document)));
        return changed;
    }

    private static String told(String kind, LiveDocument document) {
        return kind + ' ' + document.type() + ' ' + document.id() + ' ' + document.slug();
    }

    /** All bytes, but for the number that every failure has of its own. */
    private static String said(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("INTERNAL_ERROR for [0-9a-f-]{36}", "INTERNAL_ERROR");
    }

    private static MvcTestResult ask(MockMvcTester server, String body) {
        return server.post().uri("/graphql").accept(GRAPHQL_RESPONSE).contentType(MediaType.APPLICATION_JSON)
                .content(body).exchange();
    }

    private void change() {
        now = now.plus(Duration.ofHours(1));
        switch (random.nextInt(9)) {
            case 0, 1 -> edit();
            case 8 -> rename();
            case 2 -> withdrawOrRestore();
            case 3 -> snapshots.take(30 + random.nextInt(2));
            case 7 -> restore();
            case 4 -> careers.find(random.nextBoolean() ? "guide-data-analyst" : "guide-product-manager",
                    random.nextInt(3) == 0);
            default -> {
                // Nothing changes for a while.
            }
        }
    }

    private void edit() {
        LiveDocument document = any();
        ObjectNode content = sites.load(List.of(document.publication())).get(document.publication()).deepCopy();
        String field = content.has("title") ? "title" : content.has("question") ? "question" : "name";
        content.put(field, "Edited at " + now);
        publish(document, content);
    }

    private void rename() {
        List<LiveDocument> faqs = List.copyOf(sites.latest().ofType("Faq").values());
        LiveDocument faq = faqs.get(random.nextInt(faqs.size()));
        ObjectNode content = sites.load(List.of(faq.publication())).get(faq.publication()).deepCopy();
        String slug = "renamed-" + random.nextInt(4);
        if (sites.latest().bySlug("Faq", slug).isEmpty()) {
            sites.publish(now, List.of(new FakeLiveSites.Published("Faq", faq.id(), slug, content.put("slug", slug))));
        }
    }

    private void withdrawOrRestore() {
        LiveSite site = sites.latest();
        LiveDocument document = any();
        if (site.ofType(document.type()).size() > 1 && !document.type().equals("SiteSettings")) {
            ObjectNode content = sites.load(List.of(document.publication())).get(document.publication());
            sites.withdraw(now, document);
            if (random.nextBoolean()) {
                publish(document, content);
            } else {
                withdrawn.put(document, content);
            }
        }
    }

    private void restore() {
        if (!withdrawn.isEmpty()) {
            LiveDocument document = withdrawn.keySet().iterator().next();
            ObjectNode content = withdrawn.remove(document);
            if (sites.latest().bySlug(document.type(), document.slug()).isEmpty()) {
                publish(document, content);
            }
        }
    }

    private void publish(LiveDocument document, ObjectNode content) {
        sites.publish(now, List.of(new FakeLiveSites.Published(document.type(), document.id(), document.slug(),
                content)));
    }

    private LiveDocument any() {
        List<LiveDocument> all = sites.latest().documents().stream().sorted((one, other) -> one.id().compareTo(other
                .id())).toList();
        return all.get(random.nextInt(all.size()));
    }
}
