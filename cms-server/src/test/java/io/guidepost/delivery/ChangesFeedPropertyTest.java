package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.LiveDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client that follows the feed, by lines or by pages, holds what one holds that begins anew: the documents, but for the figures in
 * them and the slugs of others, and the pages, but for the related careers on them and for when their figures were taken.
 */
@DirtiesContext
class ChangesFeedPropertyTest extends DeliveryTest {

    private static final String PAGES = """
            query($since: ID, $first: Int, $after: String) {
              changes(since: $since, first: $first, after: $after) {
                edition
                nodes { kind type id everyPage pages { id } }
                pageInfo { hasNextPage endCursor }
              }
            }""";
    /** What follows from statistics, or from which careers are live. */
    private static final Set<String> OF_OTHERS = Set.of("html", "text", "figures", "statistics", "related");

    @Autowired
    private FakeLiveSites sites;
    @Autowired
    private FakeSnapshots snapshots;
    private Random random = new Random();
    private Instant now = Instant.parse("2026-05-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whoever_follows_the_feed_holds_what_a_full_export_gives(long seed) throws IOException {
        random = new Random(seed);
        String edition = heading("").get("edition").asString();
        Map<String, JsonNode> documents = documents(edition);
        Map<String, String> pages = pages(edition, guides(edition));

        for (int round = 0; round < 8; round++) {
            for (int changes = random.nextInt(6); changes >= 0; changes--) {
                change();
            }
            edition = followed(edition, documents, pages);
            assertThat(documents).isEqualTo(documents(edition));
            assertThat(pages).isEqualTo(pages(edition, guides(edition)));
        }
    }

    /** Brings what is held up to date. While pages of the feed are fetched, the site goes on changing. */
    private String followed(String since, Map<String, JsonNode> documents, Map<String, String> pages)
            throws IOException {
        Map<String, Object> variables = new HashMap<>(Map.of("since", since));
        Set<String> dirty = new HashSet<>();
        JsonNode page;
        do {
            variables.put("first", 1 + random.nextInt(4));
            page = data(post(PAGES, variables)).get("changes");
            for (JsonNode change : page.get("nodes")) {
                if (change.get("kind").asString().equals("WITHDRAWN")) {
                    pages.remove(change.get("id").asString());
                }
                if (change.get("everyPage").asBoolean()) {
                    dirty.addAll(pages.keySet());
                }
                change.get("pages").forEach(each -> dirty.add(each.get("id").asString()));
            }
            variables.put("after", page.at("/pageInfo/endCursor").asString());
            change();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        String edition = page.get("edition").asString();
        for (JsonNode line : lines("?edition=" + edition + "&since=" + since)) {
            if (line.path("kind").asString("").equals("WITHDRAWN")) {
                documents.remove(line.get("id").asString());
            } else if (line.has("document")) {
                documents.put(line.get("id").asString(), authored(line.get("document")));
            }
        }
        Map<String, String> guides = guides(edition);
        guides.keySet().retainAll(dirty);
        pages.putAll(pages(edition, guides));
        return edition;
    }

    private Map<String, JsonNode> documents(String edition) {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (JsonNode line : lines("?edition=" + edition)) {
            if (line.has("document")) {
                documents.put(line.get("id").asString(), authored(line.get("document")));
            }
        }
        return documents;
    }

    private static JsonNode authored(JsonNode document) {
        for (JsonNode value : document) {
            JsonNode _ = authored(value);
        }
        if (document instanceof ObjectNode object) {
            object.remove(OF_OTHERS);
            if (object.size() == 2 && object.has("id")) {
                object.remove("slug");
            }
        }
        return document;
    }

    /** The guides of an edition, their slugs by their ids. */
    private Map<String, String> guides(String edition) {
        Map<String, String> guides = new TreeMap<>();
        data(post("{ roleGuides(first: 100, edition: \"" + edition + "\") { nodes { id slug } } }"))
                .at("/roleGuides/nodes")
                .forEach(guide -> guides.put(guide.get("id").asString(), guide.get("slug").asString()));
        return guides;
    }

    private Map<String, String> pages(String edition, Map<String, String> guides) throws IOException {
        String query = pageQuery().replaceAll("(?s)alsoConsider\\(first: 4\\) \\{.*?\\n    \\}\\n", "");
        Map<String, String> pages = new TreeMap<>();
        guides.forEach((id, slug) -> pages.put(id, data(post(query, Map.of("slug", slug, "edition", edition)))
                .toString().replaceAll("\"asOf\":\"[^\"]*\"", "")));
        return pages;
    }

    private JsonNode heading(String parameters) {
        return lines(parameters).getFirst();
    }

    private List<JsonNode> lines(String parameters) {
        byte[] body = http.get().uri("/graphql/changes" + parameters).exchange().getResponse().getContentAsByteArray();
        return new String(body, StandardCharsets.UTF_8).lines().map(json::readTree).toList();
    }

    private void change() {
        now = now.plus(Duration.ofHours(1));
        switch (random.nextInt(8)) {
            case 0, 1 -> edit(any(""));
            case 2 -> rewrite(any("Faq"));
            case 3 -> rename(any("Faq"));
            case 4 -> rename(any("RoleGuide"));
            case 5 -> withdrawOrRestore();
            case 6 -> snapshots.take(30 + random.nextInt(3));
            default -> snapshots.take(30, 3000 + random.nextInt(2));
        }
    }

    private void edit(LiveDocument document) {
        ObjectNode content = content(document);
        String field = content.has("title") ? "title" : content.has("question") ? "question" : "name";
        publish(document, document.slug(), content.put(field, "Edited at " + now));
    }

    /** Lets an answer cite some source and name some role. */
    private void rewrite(LiveDocument faq) {
        String source = any("Source").slug();
        String figure = random.nextBoolean() ? "{{respondents for ai-specialist}}" : "{{site.respondents}}";
        publish(faq, faq.slug(), content(faq).put("answer", "So say " + figure + " people [@" + source + "]."));
    }

    private void rename(LiveDocument document) {
        String slug = "renamed-" + sites.latest().release();
        publish(document, slug, content(document).put("slug", slug));
    }

    private void withdrawOrRestore() {
        LiveDocument document = any("");
        if (document.type().equals("SiteSettings") || !sites.latest().referrers(document).isEmpty()
                || sites.latest().ofType(document.type()).size() < 3) {
            return;
        }
        sites.withdraw(now, document);
        if (random.nextBoolean()) {
            publish(document, document.slug(), content(document));
        }
    }

    private void publish(LiveDocument document, String slug, ObjectNode content) {
        sites.publish(now, List.of(new FakeLiveSites.Published(document.type(), document.id(), slug, content)));
    }

    private ObjectNode content(LiveDocument document) {
        return sites.load(List.of(document.publication())).get(document.publication()).deepCopy();
    }

    /** Some live document whose type begins so. */
    private LiveDocument any(String type) {
        List<LiveDocument> all = sites.latest().documents().stream()
                .filter(document -> document.type().startsWith(type))
                .sorted(Comparator.comparing(LiveDocument::id)).toList();
        return all.get(random.nextInt(all.size()));
    }
}
