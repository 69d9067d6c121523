package io.guidepost.work;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.work.WorkNode.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.embedded.TestElasticsearch;
import io.guidepost.embedded.SharedElasticsearch;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Notes;
import io.guidepost.security.SettableClock;
import io.guidepost.storage.TestMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is found by words, in which order, and how it is shown. */
class SearchingWordsTest {

    @RegisterExtension
    private static final SharedElasticsearch ELASTICSEARCH = new SharedElasticsearch();

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private WorkNode node;

    @BeforeEach
    void open() {
        node = new WorkNode(Notes.MODEL, mongo.database(), ELASTICSEARCH.client(), TestElasticsearch.alias("work"),
                new SettableClock());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void words_are_found_in_other_forms_and_titles_come_first() {
        node.write("note-a", "Hours", "Negotiating the salary <b>twice</b> &c. 🎉 c++");
        node.write("note-b", "Negotiation of salaries", "Nothing else.");
        node.tick();

        assertThat(found("negotiate salary")).containsExactly("note-b", "note-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"negotiatoin", "negotation", "Negociation", "negotiatoin salary", "salaries negotiatoin",
        "negotiatoin of sala"})
    void mistyped_words_are_found_beside_words_in_other_forms_and_unfinished_ones(String text) {
        node.write("note-a", "Negotiation", "Of a salary.");
        node.write("note-b", "Nothing", "Of a salad.");
        node.tick();

        assertThat(found(text)).containsExactly("note-a");
    }

    @Test
    void what_has_a_word_as_written_comes_before_what_has_it_mistyped_wherever_that_stands() {
        node.write("note-a", "Negotiatoin", "Negotiatoin, negotiatoin.");
        node.write("note-b", "Hours", "Much else, " + "and more of it, ".repeat(100) + "then negotiation.");
        node.tick();

        assertThat(found("negotiation")).containsExactly("note-b", "note-a");
        assertThat(found("negotiatoin")).containsExactly("note-a", "note-b");
        assertThat(found("negotiating")).startsWith("note-b");
    }

    @Test
    void highlights_mark_words_and_nothing_else_in_them_is_html() {
        node.write("note-a", "<script>alert('pay')</script> & more",
                "An <img src=x onerror=alert(1)> for your negotiation.");
        node.tick();

        JsonNode item = node.body("text=" + encoded("pay negotiatoin")).get("items").get(0);
        assertThat(item.get("title").asString()).isEqualTo("<script>alert('pay')</script> & more");
        String title = item.at("/highlights/title/0").asString();
        String text = item.at("/highlights/text/0").asString();
        assertThat(title).contains("<mark>pay</mark>").startsWith("&lt;script&gt;").contains("&amp; more");
        assertThat(text).contains("<mark>negotiation</mark>");
        assertThat(List.of(title, text)).allSatisfy(
                marked -> assertThat(marked.replace("<mark>", "").replace("</mark>", "")).doesNotContain("<", ">"));
    }

    @Test
    void only_stop_words_find_what_has_them_and_beside_others_they_do_not_matter() {
        node.write("note-a", "To be or not to be", "That is the question.");
        node.write("note-b", "Pay", "Money.");
        node.tick();

        assertThat(found("to be or not to be")).containsExactly("note-a");
        assertThat(found("the")).containsExactly("note-a");
        assertThat(found("the pay")).containsExactly("note-b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            🎉                | note-a
            🎉 party          | note-a
            راتب              | note-b
            التفاوض على       | note-b
            שכר               | note-c
            n                 | note-d
            neg               | note-d
            how to neg        | note-d
            """)
    void every_script_and_every_beginning_is_found(String text, String id) {
        node.write("note-a", "Party", "All of it 🎉.");
        node.write("note-b", "التفاوض على راتب أعلى", "كيف تطلب المزيد.");
        node.write("note-c", "משא ומתן על שכר", "איך לבקש יותר.");
        node.write("note-d", "How to negotiate", "Ask.");
        node.tick();

        assertThat(found(text)).containsExactly(id);
        assertThat(node.body("text=" + encoded(text)).get("items").get(0).get("highlights").toString())
                .contains("<mark>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ - && || ! ( ) { } [ ] ^ ~ * ? : \\ /", "\"unclosed", "title:pay OR *", "a AND NOT b",
        "{\"match_all\": {}}", "\u202e\u200f", "⁂"})
    void operators_are_plain_text(String text) {
        node.write("note-a", "Pay", "Pay.");
        node.tick();

        assertThat(found(text)).isEmpty();
    }

    @Test
    void a_very_long_text_is_looked_for_by_its_beginning() {
        node.write("note-a", "Salary", "Salary.");
        node.tick();

        assertThat(found("salary ".repeat(1_428))).containsExactly("note-a");
        assertThat(found("salary ".repeat(40) + "x".repeat(9_000))).containsExactly("note-a");
        assertThat(found("x".repeat(10_000))).isEmpty();
        assertThat(found("道".repeat(10_000))).isEmpty();
        assertThat(found("x" + "🎉".repeat(4_999))).isEmpty();
        assertThat(node.as(ADA, "/api/work?text=" + "x".repeat(10_001))).hasStatus(400);
    }

    @Test
    void pages_by_relevance_end_and_give_everything_once_unless_it_changes() {
        for (int i = 0; i < 7; i++) {
            node.write("note-" + i, "Pay " + i, "Pay. ".repeat(i + 1));
        }
        node.tick();
        assertThat(paged("text=pay&limit=3", () -> {})).hasSize(7).doesNotHaveDuplicates();

        List<String> seen = paged("text=pay&limit=2", () -> {
            int version = node.get(Documents.class).find(WorkNode.id("note-0")).orElseThrow().version();
            node.get(Editing.class).save(ADA, WorkNode.id("note-0"), version,
                    WorkNode.note("note-0", "Pay 0", "Pay. ".repeat(1 + 20 * (version % 2))));
            node.tick();
        });
        assertThat(seen).hasSize(7).contains("note-1", "note-2");
    }

    @Test
    void by_relevance_as_many_as_can_be_paged_through_come_once_and_then_it_ends() {
        node.write("note-a", "Pay", "Pay.");
        node.tick();
        WorkEntry one = node.get(WorkEntries.class)
                .of(node.get(Documents.class).findAll(List.of(WorkNode.id("note-a"))).values()).getFirst();
        for (int from = 0; from < 10_100; from += 1_010) {
            node.index().put(IntStream.range(from, from + 1_010).mapToObj(i -> copy(one, "copy-" + i)).toList(),
                    List.of());
        }

        List<String> seen = paged("text=pay&limit=99", () -> {});
        assertThat(seen).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(node.body("text=pay").get("total").asInt()).isEqualTo(10_101);
        assertThat(paged("text=pay&limit=100&sort=created", () -> {})).hasSize(10_101).doesNotHaveDuplicates();
    }

    private static WorkEntry copy(WorkEntry of, String id) {
        WorkItem shown = of.item();
        WorkItem item = new WorkItem(id, shown.type(), shown.slug(), shown.title(), shown.version(), shown.workflow(),
                shown.change(), shown.by(), shown.at(), null, null, shown.created(), shown.hash(), null,
                shown.liveState(), null, 0, 0, null);
        return new WorkEntry(id, of.stamp(), of.type(), of.slug(), of.title(), of.titleOrder(), of.text(), of.state(),
                of.live(), of.authors(), of.creator(), of.changedBy(), of.changed(), of.submittedBy(), of.submitted(),
                of.reviewers(), of.reviewerRole(), of.anybody(), of.approvedBy(), of.problemCodes(), of.problems(),
                of.trashed(), of.created(), of.checked(), item);
    }

    /** The ids on all pages; something may happen after each. */
    private List<String> paged(String query, Runnable between) {
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = node.body(query + next);
            seen.addAll(WorkNode.itemIds(page));
            next = page.has("next") ? "&after=" + page.get("next").asString() : null;
            between.run();
        }
        return seen;
    }

    private List<String> found(String text) {
        return node.ids("text=" + encoded(text));
    }
}
