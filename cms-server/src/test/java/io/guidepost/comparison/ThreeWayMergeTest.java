package io.guidepost.comparison;

import static io.guidepost.comparison.Guides.TYPE;
import static io.guidepost.comparison.Guides.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.Pointers;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ThreeWayMergeTest {

    private static final String PYTHON = "{'name': 'Python', 'description': 'Write programs.', 'selfCheck': true}";
    private static final String SQL = "{'name': 'SQL', 'description': 'Ask tables.', 'selfCheck': true}";
    private static final String MATHS = "{'name': 'Maths', 'description': 'Count.', 'selfCheck': false}";

    private static Merge merge(String base, String theirs, String ours) {
        return ThreeWayMerge.merge(TYPE, json(base), json(theirs), json(ours));
    }

    private static Merge merged(String content) {
        return new Merge.Merged(json(content));
    }

    private static String skills(String... skills) {
        return "{'skills': [" + String.join(", ", skills) + "]}";
    }

    private static List<String> conflicts(String base, String theirs, String ours) {
        return ThreeWayMerge.overlap(TYPE, json(base), json(theirs), json(ours));
    }

    @Test
    void changes_of_different_fields_are_merged() {
        assertThat(merge("{'year': 1, 'title': 'A', 'rate': 2, 'whatTheyDo': {'intro': 'B', 'duties': []}}",
                "{'year': 2, 'title': 'A', 'whatTheyDo': {'intro': 'C', 'duties': []}}",
                "{'year': 1, 'title': 'D', 'rate': 2, 'slug': 'e', 'whatTheyDo': {'intro': 'B'}}"))
                .isEqualTo(merged("{'year': 2, 'title': 'D', 'slug': 'e', 'whatTheyDo': {'intro': 'C'}}"));
    }

    @Test
    void the_same_change_on_both_sides_is_no_conflict() {
        assertThat(merge("{'year': 1, 'title': 'A', 'sources': ['a']}", "{'year': 2, 'sources': ['b', 'a']}",
                "{'year': 2, 'sources': ['b', 'a'], 'slug': 's'}"))
                .isEqualTo(merged("{'year': 2, 'sources': ['b', 'a'], 'slug': 's'}"));
    }

    @Test
    void different_changes_of_a_field_conflict_and_show_all_three_values() {
        assertThat(merge("{'year': 1}", "{'year': 2}", "{}")).isEqualTo(new Merge.Conflicting(
                List.of(new Conflict("/year", json("{'y': 1}").get("y"), json("{'y': 2}").get("y"), null))));
        assertThat(conflicts("{}", "{'year': 1}", "{'year': 2}")).containsExactly("/year");
    }

    @Test
    void different_words_of_one_text_conflict() {
        assertThat(conflicts("{'intro': 'one two three four'}", "{'intro': 'ONE two three four'}",
                "{'intro': 'one two three FOUR'}")).containsExactly("/intro");
    }

    @Test
    void a_change_inside_of_what_the_other_removed_conflicts() {
        assertThat(conflicts("{'whatTheyDo': {'intro': 'B'}}", "{}", "{'whatTheyDo': {'intro': 'C'}}"))
                .containsExactly("/whatTheyDo");
    }

    @Test
    void edits_of_different_items_of_a_list_are_merged() {
        assertThat(merge("{'sources': ['a', 'b', 'c'], 'tldr': ['One bullet here', 'Another bullet there']}",
                "{'sources': ['x', 'b', 'c'], 'tldr': ['One bullet now', 'Another bullet there']}",
                "{'sources': ['a', 'b', 'y'], 'tldr': ['One bullet here', 'Wholly different words']}"))
                .isEqualTo(merged(
                        "{'sources': ['x', 'b', 'y'], 'tldr': ['One bullet now', 'Wholly different words']}"));
    }

    @Test
    void edits_of_different_fields_of_one_item_are_merged() {
        assertThat(merge(skills(PYTHON, SQL), skills(PYTHON.replace("true", "false"), SQL),
                skills(PYTHON.replace("programs", "many programs"), SQL)))
                .isEqualTo(merged(skills(PYTHON.replace("true", "false").replace("programs", "many programs"), SQL)));
    }

    @Test
    void an_edit_of_an_item_that_the_other_replaced_conflicts() {
        assertThat(conflicts(skills(PYTHON, SQL), skills(MATHS, SQL), skills(PYTHON.replace("true", "false"), SQL)))
                .containsExactly("/skills/0");
    }

    @Test
    void an_edit_of_an_item_follows_it_past_items_that_the_other_added_removed_and_moved() {
        String edited = SQL.replace("true", "false");

        assertThat(merge(skills(PYTHON, SQL), skills(MATHS, SQL, PYTHON), skills(PYTHON, edited)))
                .isEqualTo(merged(skills(MATHS, edited, PYTHON)));
        assertThat(merge(skills(PYTHON, SQL), skills(PYTHON, edited), skills(SQL.replace("tables", "many tables"))))
                .isEqualTo(merged(skills(edited.replace("tables", "many tables"))));
    }

    @Test
    void an_edit_of_an_item_that_the_other_removed_conflicts() {
        assertThat(conflicts(skills(PYTHON, SQL), skills(PYTHON), skills(PYTHON, SQL.replace("true", "false"))))
                .containsExactly("/skills/1");
    }

    @Test
    void an_edit_of_one_of_two_equal_items_conflicts_with_an_addition() {
        assertThat(conflicts(skills(SQL, SQL), skills(SQL, SQL, MATHS), skills(SQL, SQL.replace("true", "false"))))
                .containsExactly("/skills");
    }

    @Test
    void additions_on_both_sides_conflict() {
        assertThat(conflicts("{'sources': ['a']}", "{'sources': ['a', 'b']}", "{'sources': ['a', 'c']}"))
                .containsExactly("/sources");
    }

    @Test
    void bringing_the_same_item_to_two_places_conflicts() {
        assertThat(conflicts("{'sources': ['a', 'b']}", "{'sources': ['x', 'b']}", "{'sources': ['a', 'x']}"))
                .containsExactly("/sources");
        assertThat(conflicts("{'sources': ['a', 'b']}", "{'sources': ['x', 'b']}", "{'sources': ['a', 'b', 'x']}"))
                .containsExactly("/sources");
    }

    @Test
    void moves_on_one_side_and_none_on_the_other_keep_the_moves() {
        assertThat(merge("{'sources': ['a', 'b', 'c']}", "{'sources': ['c', 'a', 'b']}",
                "{'sources': ['a', 'x', 'c']}")).isEqualTo(merged("{'sources': ['c', 'a', 'x']}"));
        assertThat(merge("{'sources': ['a', 'b', 'c'], 'year': 1}", "{'sources': ['c', 'a', 'b'], 'year': 1}",
                "{'sources': ['a', 'b', 'c'], 'year': 2}"))
                .isEqualTo(merged("{'sources': ['c', 'a', 'b'], 'year': 2}"));
    }

    @Test
    void edits_of_different_fields_always_merge_to_both() {
        Seeds.each(500, seed -> {
            RandomContent random = new RandomContent(seed);
            ObjectNode base = random.content();
            List<String> mine = List.of("title", "skills", "year");
            ObjectNode theirs = random.edited(base, 5, mine);
            ObjectNode ours = random.edited(base, 5, List.of("intro", "whatTheyDo", "sources"));
            ObjectNode both = ours.deepCopy();
            mine.forEach(name -> {
                both.remove(name);
                if (theirs.has(name)) {
                    both.set(name, theirs.get(name));
                }
            });

            assertThat(ThreeWayMerge.merge(TYPE, base, theirs, ours)).isEqualTo(new Merge.Merged(both));
        });
    }

    @Test
    void merging_with_no_edit_gives_the_edit() {
        Seeds.each(500, seed -> {
            RandomContent random = new RandomContent(seed);
            ObjectNode base = random.content();
            ObjectNode edited = random.edited(base, (int) (seed % 9));

            assertThat(ThreeWayMerge.merge(TYPE, base, base, edited)).isEqualTo(new Merge.Merged(edited));
            assertThat(ThreeWayMerge.merge(TYPE, base, edited, base)).isEqualTo(new Merge.Merged(edited));
            assertThat(ThreeWayMerge.merge(TYPE, base, edited, edited)).isEqualTo(new Merge.Merged(edited));
        });
    }

    @Test
    void merging_is_symmetric_loses_nothing_and_stops_only_at_overlaps() {
        int[] outcomes = new int[2];
        Seeds.each(2_000, seed -> {
            RandomContent random = new RandomContent(seed);
            ObjectNode base = random.content();
            ObjectNode theirs = random.edited(base, 1 + (int) (seed % 4));
            ObjectNode ours = random.edited(base, 1 + (int) (seed % 3));
            Merge exchanged = ThreeWayMerge.merge(TYPE, base, ours, theirs);
            switch (ThreeWayMerge.merge(TYPE, base, theirs, ours)) {
                case Merge.Merged(ObjectNode content) -> {
                    outcomes[0]++;
                    assertThat(exchanged).isEqualTo(new Merge.Merged(content));
                    holdsTheChanges(content, base, theirs);
                    holdsTheChanges(content, base, ours);
                }
                case Merge.Conflicting(List<Conflict> conflicts) -> {
                    outcomes[1]++;
                    assertThat(exchanged).isEqualTo(new Merge.Conflicting(conflicts.stream()
                            .map(one -> new Conflict(one.pointer(), one.base(), one.ours(), one.theirs())).toList()));
                    assertThat(conflicts).isNotEmpty().allSatisfy(conflict -> {
                        assertThat(conflict.base()).isEqualTo(Pointers.find(base, conflict.pointer()));
                        assertThat(Objects.equals(conflict.base(), conflict.theirs())).isFalse();
                        assertThat(Objects.equals(conflict.base(), conflict.ours())).isFalse();
                        assertThat(Objects.equals(conflict.theirs(), conflict.ours())).isFalse();
                    });
                }
            }
        });
        assertThat(outcomes[0]).isGreaterThan(200);
        assertThat(outcomes[1]).isGreaterThan(200);
    }

    /** Every value that the edit brought in is there, and every one that it took out is not. Truth values recur, so they tell nothing. */
    private static void holdsTheChanges(JsonNode merged, JsonNode base, JsonNode edited) {
        Set<String> all = values(merged, new HashSet<>());
        Set<String> brought = values(edited, new HashSet<>());
        brought.removeAll(values(base, new HashSet<>()));
        Set<String> taken = values(base, new HashSet<>());
        taken.removeAll(values(edited, new HashSet<>()));
        assertThat(all).containsAll(brought).doesNotContainAnyElementsOf(taken.isEmpty() ? Set.of("-") : taken);
    }

    private static Set<String> values(JsonNode value, Set<String> found) {
        if (value.isContainer()) {
            value.forEach(child -> values(child, found));
        } else if (!value.isBoolean()) {
            found.add(value.toString());
        }
        return found;
    }
}
