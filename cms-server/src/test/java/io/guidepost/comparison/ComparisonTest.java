package io.guidepost.comparison;

import static io.guidepost.comparison.Guides.TYPE;
import static io.guidepost.comparison.Guides.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.comparison.WordRun.Change;
import io.guidepost.content.Pointers;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ComparisonTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static List<Difference> between(String before, String after) {
        return Comparison.between(TYPE, json(before), json(after));
    }

    @Test
    void contents_that_are_equal_do_not_differ_whatever_the_order_of_their_fields() {
        assertThat(between("{'year': 1, 'tags': ['a']}", "{'tags': ['a'], 'year': 1}")).isEmpty();
    }

    @Test
    void fields_are_set_removed_and_changed() {
        assertThat(between("{'year': 2025, 'rate': 1.5}", "{'year': 2026, 'slug': 'a'}")).containsExactly(
                new Difference.FieldSet("", "/slug", "Slug", NODES.stringNode("a")),
                new Difference.FieldChanged("/year", "/year", "Year", NODES.numberNode(2025), NODES.numberNode(2026)),
                new Difference.FieldRemoved("/rate", "", "Rate", NODES.numberNode(1.5)));
    }

    @Test
    void references_are_added_removed_and_moved() {
        assertThat(between("{'sources': ['a', 'b', 'c', 'd']}", "{'sources': ['d', 'a', 'c', 'e']}")).containsExactly(
                new Difference.ItemRemoved("/sources/1", "/sources", "Sources › 2", 1, NODES.stringNode("b")),
                new Difference.ItemMoved("/sources/3", "/sources/0", "Sources › 1", 3, 0),
                new Difference.ItemAdded("/sources", "/sources/3", "Sources › 4", 3, NODES.stringNode("e")));
    }

    @Test
    void an_item_that_is_moved_and_edited_is_one_move_and_the_edit() {
        assertThat(between("""
                {'skills': [{'name': 'Python', 'description': 'Write small programs.'}, {'name': 'SQL'},
                            {'name': 'Prompt design', 'description': 'Ask for what is needed.'}]}""", """
                {'skills': [{'name': 'Prompt design', 'description': 'Ask for what you want.'},
                            {'name': 'Python', 'description': 'Write small programs.'}, {'name': 'SQL'}]}"""))
                .containsExactly(
                        new Difference.ItemMoved("/skills/2", "/skills/0", "Skills › 1 “Prompt design”", 2, 0),
                        new Difference.TextChanged("/skills/2/description", "/skills/0/description",
                                "Skills › 1 “Prompt design” › Description",
                                List.of(new WordRun(Change.EQUAL, "Ask for what "),
                                        new WordRun(Change.DELETED, "is needed"),
                                        new WordRun(Change.INSERTED, "you want"), new WordRun(Change.EQUAL, "."))));
    }

    @Test
    void an_item_with_another_name_and_most_of_its_words_is_the_same_item() {
        assertThat(between(
                "{'skills': [{'name': 'Prompts', 'description': 'Say what is needed and check what comes.'}]}",
                "{'skills': [{'name': 'Prompt design', 'description': 'Say what is needed and check what comes.'}]}"))
                .singleElement().isInstanceOfSatisfying(Difference.TextChanged.class,
                        changed -> assertThat(changed.before()).isEqualTo("/skills/0/name"));
    }

    @Test
    void an_item_with_nothing_in_common_is_another_item() {
        assertThat(between("{'tldr': ['Learn to code.']}", "{'tldr': ['Salaries have risen everywhere']}"))
                .hasExactlyElementsOfTypes(Difference.ItemRemoved.class, Difference.ItemAdded.class);
    }

    @Test
    void figures_and_citations_are_whole_words() {
        assertThat(between("{'intro': 'About {{percent priority/earn-more}} agree with it [@first-source].'}",
                "{'intro': 'About {{percent priority/learn-more}} agree with it [@second-source].'}")).singleElement()
                .isInstanceOfSatisfying(Difference.TextChanged.class,
                        changed -> assertThat(changed.runs()).containsExactly(new WordRun(Change.EQUAL, "About "),
                                new WordRun(Change.DELETED, "{{percent priority/earn-more}}"),
                                new WordRun(Change.INSERTED, "{{percent priority/learn-more}}"),
                                new WordRun(Change.EQUAL, " agree with it "),
                                new WordRun(Change.DELETED, "[@first-source]"),
                                new WordRun(Change.INSERTED, "[@second-source]"), new WordRun(Change.EQUAL, ".")));
    }

    @Test
    void texts_with_next_to_nothing_in_common_are_replaced_as_a_whole() {
        assertThat(between("{'intro': 'Most of them start in a small team.'}",
                "{'intro': 'Nobody knows how long this takes a beginner.'}")).singleElement()
                .isInstanceOfSatisfying(Difference.TextChanged.class, changed -> assertThat(changed.runs())
                        .extracting(WordRun::change).containsExactly(Change.DELETED, Change.INSERTED));
    }

    @Test
    void the_text_form_shows_the_words_changed_and_leaves_out_long_stretches_that_are_not() {
        String long1 = "The first part of this text is long enough that nobody wants to read all of it again. ";
        assertThat(Comparison.asText(between(
                "{'year': 2025, 'sources': ['a', 'b'], 'whatTheyDo': {'intro': '" + long1 + "They ask old words "
                        + long1 + "'}}",
                "{'year': 2026, 'sources': ['b', 'a'], 'whatTheyDo': {'intro': '" + long1 + "They ask new words "
                        + long1 + "'}}")))
                .isEqualTo(
                        """
                                Year: [-2025-] {+2026+}
                                What they do › Intro: … to read all of it again. They ask [-old-] {+new+} words The first part of this text is …
                                Sources › 2: moved from 1 to 2
                                """);
    }

    @Test
    void differences_are_written_and_read_as_json() {
        List<Difference> differences = between("{'year': 1, 'sources': ['a', 'b'], 'intro': 'Old words here'}",
                "{'sources': ['b', 'a', 'c'], 'intro': 'New words here', 'slug': 'x'}");
        JsonMapper mapper = JsonMapper.shared();
        JsonNode written = mapper.valueToTree(differences);

        assertThat(written.findValuesAsString("kind")).containsExactly("field-set", "field-removed", "text-changed",
                "item-moved", "item-added");
        assertThat(written.get(2).get("runs").get(0)).isEqualTo(json("{'change': 'deleted', 'text': 'Old'}"));
        assertThat(mapper.treeToValue(written, new TypeReference<List<Difference>>() {
        })).isEqualTo(differences);
    }

    @Test
    void differences_of_other_contents_are_not_applied() {
        List<Difference> differences = between("{'year': 1}", "{'year': 2}");

        assertThatThrownBy(() -> Comparison.apply(json("{'year': 3}"), differences))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("/year");
        assertThatThrownBy(() -> Comparison.apply(json("{}"), differences))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_places_changed_are_named_once_each() {
        assertThat(Comparison.changed(TYPE,
                json("{'year': 1, 'sources': ['a', 'b'], 'whatTheyDo': {'intro': 'Old'}, 'tldr': ['One two three']}"),
                json("{'sources': ['b', 'c', 'd'], 'whatTheyDo': {'intro': 'New'}, 'tldr': ['One two four']}")))
                .containsExactly("/year", "/tldr/0", "/whatTheyDo/intro", "/sources");
    }

    @Test
    void random_edits_are_found_and_can_be_made_again() {
        Seeds.each(2_000, seed -> {
            RandomContent random = new RandomContent(seed);
            ObjectNode before = random.content();
            ObjectNode after = seed % 20 == 0 ? random.content() : random.edited(before, (int) (seed % 7));
            List<Difference> differences = Comparison.between(TYPE, before, after);

            assertThat(differences.isEmpty()).isEqualTo(before.equals(after));
            assertThat(Comparison.apply(before, differences)).isEqualTo(after);
            assertThat(Comparison.between(TYPE, before, before.deepCopy())).isEmpty();
            for (Difference difference : differences) {
                assertThat(Pointers.find(before, difference.before())).as(difference.before()).isNotNull();
                assertThat(Pointers.find(after, difference.after())).as(difference.after()).isNotNull();
            }
        });
    }

    @Test
    void large_texts_without_a_common_line_are_compared_in_bounds() {
        ObjectNode before = json("{}").put("intro", text(1, 40_000));
        ObjectNode after = json("{}").put("intro", text(2, 40_000));
        List<Difference> differences = Comparison.between(TYPE, before, after);

        assertThat(before.get("intro").stringValue()).hasSizeGreaterThan(200_000);
        assertThat(differences).singleElement().isInstanceOfSatisfying(Difference.TextChanged.class,
                changed -> assertThat(changed.runs()).hasSize(2));
        assertThat(Comparison.apply(before, differences)).isEqualTo(after);
    }

    @Test
    void words_changed_in_many_paragraphs_of_a_large_text_are_found_line_by_line() {
        ObjectNode before = json("{}").put("intro", lines("says what it says"));
        ObjectNode after = json("{}").put("intro", lines("tells what it tells"));
        List<Difference> differences = Comparison.between(TYPE, before, after);

        assertThat(Comparison.apply(before, differences)).isEqualTo(after);
        assertThat(differences).singleElement().isInstanceOfSatisfying(Difference.TextChanged.class,
                changed -> assertThat(changed.runs()).hasSizeGreaterThan(1_000)
                        .contains(new WordRun(Change.INSERTED, "tells")));
    }

    private static String lines(String inEveryTenth) {
        return IntStream.range(0, 4_000)
                .mapToObj(i -> "Line " + i + " " + (i % 10 == 0 ? inEveryTenth : "is quiet") + " about " + i)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void long_lists_are_compared_in_bounds() {
        ObjectNode before = skills(1);
        ObjectNode after = skills(2);
        List<Difference> differences = Comparison.between(TYPE, before, after);

        assertThat(differences).hasSize(2_000);
        assertThat(Comparison.apply(before, differences)).isEqualTo(after);
    }

    private static ObjectNode skills(int seed) {
        ObjectNode content = json("{}");
        for (int i = 0; i < 1_000; i++) {
            content.withArray("skills").addObject().put("name", seed + " " + i).put("description", text(i, 100));
        }
        return content;
    }

    private static String text(long seed, int words) {
        return new Random(seed).ints(words, 0, 30_000).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
    }
}
