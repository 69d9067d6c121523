package io.guidepost.comparison;

import static io.guidepost.comparison.Guides.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PatchesTest {

    private static JsonNode node(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static ObjectNode patched(String content, String operations) {
        return applied(json(content), node(operations));
    }

    private static ObjectNode applied(ObjectNode content, JsonNode operations) {
        return Patches.apply(content, content, operations);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a': 1}               | [{'op': 'add', 'path': '/b', 'value': 2}]                              | {'a': 1, 'b': 2}
            {'a': 1}               | [{'op': 'add', 'path': '/a', 'value': null}]                           | {'a': null}
            {'a': 1}               | [{'op': 'add', 'path': '', 'value': {'b': 2}}]                         | {'b': 2}
            {'a': 1}               | [{'op': 'replace', 'path': '', 'value': {'b': 2}}]                     | {'b': 2}
            {'a': 1}               | [{'op': 'add', 'path': '/', 'value': 2}]                               | {'a': 1, '': 2}
            {'a': [1, 3]}          | [{'op': 'add', 'path': '/a/1', 'value': 2}]                            | {'a': [1, 2, 3]}
            {'a': [1, 3]}          | [{'op': 'add', 'path': '/a/2', 'value': 4}]                            | {'a': [1, 3, 4]}
            {'a': [1]}             | [{'op': 'add', 'path': '/a/-', 'value': [2]}]                          | {'a': [1, [2]]}
            {'-': 1}               | [{'op': 'add', 'path': '/-', 'value': 2}]                              | {'-': 2}
            {'a': {'01': 1}}       | [{'op': 'replace', 'path': '/a/01', 'value': 2}]                       | {'a': {'01': 2}}
            {'a/b': 1, 'm~n': 2}   | [{'op': 'remove', 'path': '/a~1b'}, {'op': 'remove', 'path': '/m~0n'}] | {}
            {'~1': 1}              | [{'op': 'replace', 'path': '/~01', 'value': 2}]                        | {'~1': 2}
            {'a': [1, 2, 3]}       | [{'op': 'remove', 'path': '/a/0'}]                                     | {'a': [2, 3]}
            {'a': [1, 2, 3]}       | [{'op': 'replace', 'path': '/a/2', 'value': {}}]                       | {'a': [1, 2, {}]}
            {'a': 1}               | [{'op': 'move', 'from': '/a', 'path': '/ab'}]                          | {'ab': 1}
            {'a': 1}               | [{'op': 'move', 'from': '/a', 'path': '/a'}]                           | {'a': 1}
            {'a': [1, 2, 3]}       | [{'op': 'move', 'from': '/a/0', 'path': '/a/2'}]                       | {'a': [2, 3, 1]}
            {'a': {'b': {'c': 1}}} | [{'op': 'move', 'from': '/a/b', 'path': '/a'}]                         | {'a': {'c': 1}}
            {'a': {'b': 1}}        | [{'op': 'copy', 'from': '/a', 'path': '/a/c'}]                         | {'a': {'b': 1, 'c': {'b': 1}}}
            {'a': {'b': 1}}        | [{'op': 'copy', 'from': '/a', 'path': '/c'}, {'op': 'add', 'path': '/c/b', 'value': 2}] | {'a': {'b': 1}, 'c': {'b': 2}}
            {'a': 1}               | [{'op': 'test', 'path': '/a', 'value': 1, 'ignored': true}]            | {'a': 1}
            {'a': 1.0}             | [{'op': 'test', 'path': '/a', 'value': 1}]                             | {'a': 1.0}
            {'a': [{'b': 1, 'c': [2]}]} | [{'op': 'test', 'path': '/a', 'value': [{'c': [2.0], 'b': 1}]}]   | {'a': [{'b': 1, 'c': [2]}]}
            {'a': null}            | [{'op': 'test', 'path': '/a', 'value': null}]                          | {'a': null}
            {'a': 1}               | []                                                                     | {'a': 1}
            """)
    void operations_are_applied(String content, String operations, String result) {
        assertThat(patched(content, operations)).isEqualTo(json(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op': 'add', 'path': '/a/3', 'value': 1}
            {'op': 'add', 'path': '/a/01', 'value': 1}
            {'op': 'add', 'path': '/a/-1', 'value': 1}
            {'op': 'add', 'path': '/a/1e0', 'value': 1}
            {'op': 'add', 'path': '/a/99999999999', 'value': 1}
            {'op': 'add', 'path': '/a/x', 'value': 1}
            {'op': 'add', 'path': '/b/c/d', 'value': 1}
            {'op': 'add', 'path': '/b/c', 'value': 1}
            {'op': 'remove', 'path': '/c'}
            {'op': 'remove', 'path': '/a/2'}
            {'op': 'remove', 'path': '/a/-'}
            {'op': 'remove', 'path': '/a/00'}
            {'op': 'replace', 'path': '/c', 'value': 1}
            {'op': 'replace', 'path': '/a/-', 'value': 1}
            {'op': 'move', 'from': '/c', 'path': '/d'}
            {'op': 'copy', 'from': '/a/2', 'path': '/d'}
            {'op': 'test', 'path': '/c', 'value': null}
            """)
    void places_that_are_not_there_are_named(String operation) {
        PathNotFoundException refused = catchThrowableOfType(PathNotFoundException.class,
                () -> patched("{'a': [1, 2], 'b': 'text'}",
                        "[{'op': 'test', 'path': '/b', 'value': 'text'}, " + operation + "]"));

        assertThat(refused.operation()).isEqualTo(OptionalInt.of(1));
        assertThat(operation).contains("'" + refused.pointer() + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                          | “op”
            5                                                           | object
            {'op': 'spam', 'path': '/a'}                                | none of add
            {'op': 'Add', 'path': '/a', 'value': 1}                     | none of add
            {'op': 1, 'path': '/a'}                                     | “op”
            {'op': 'remove'}                                            | “path”
            {'op': 'remove', 'path': 1}                                 | “path”
            {'op': 'remove', 'path': 'a'}                               | “path”
            {'op': 'remove', 'path': '/a~2'}                            | “path”
            {'op': 'remove', 'path': '/a~'}                             | “path”
            {'op': 'add', 'path': '/b'}                                 | “value”
            {'op': 'replace', 'path': '/a'}                             | “value”
            {'op': 'test', 'path': '/a'}                                | “value”
            {'op': 'move', 'path': '/a'}                                | “from”
            {'op': 'copy', 'path': '/a', 'from': 'a'}                   | “from”
            {'op': 'move', 'from': '/a', 'path': '/a/b'}                | into itself
            {'op': 'move', 'from': '', 'path': '/b'}                    | into itself
            {'op': 'remove', 'path': ''}                                | whole content
            {'op': 'replace', 'path': '', 'value': []}                  | not an object
            {'op': 'add', 'path': '', 'value': null}                    | not an object
            {'op': 'copy', 'from': '/a', 'path': ''}                    | not an object
            """)
    void what_is_no_operation_is_refused_with_its_index_and_why(String operation, String why) {
        assertThatThrownBy(
                () -> patched("{'a': 1}", "[{'op': 'test', 'path': '/a', 'value': 1}, " + operation + "]"))
                .isInstanceOfSatisfying(MalformedPatchException.class,
                        refused -> assertThat(refused.operation()).isEqualTo(OptionalInt.of(1)))
                .hasMessageStartingWith("Operation 1 of the patch").hasMessageContaining(why);
    }

    @Test
    void what_is_no_list_of_operations_is_refused() {
        assertThatThrownBy(() -> patched("{}", "{'op': 'add', 'path': '/a', 'value': 1}"))
                .isInstanceOfSatisfying(MalformedPatchException.class,
                        refused -> assertThat(refused.operation()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{'op': 'test', 'path': '/a', 'value': 'new'}]
            [{'op': 'replace', 'path': '/b', 'value': 2}, {'op': 'test', 'path': '/a', 'value': 'new'}, {'op': 'test', 'path': '/b', 'value': 2}]
            [{'op': 'move', 'from': '/b', 'path': '/c'}, {'op': 'test', 'path': '/c', 'value': 1}]
            [{'op': 'add', 'path': '/list/0', 'value': 0}, {'op': 'test', 'path': '/list', 'value': [0, 1, 2]}, {'op': 'test', 'path': '/list/1', 'value': 1}]
            [{'op': 'replace', 'path': '/list/0', 'value': 9}, {'op': 'test', 'path': '/list/1', 'value': 3}]
            """)
    void a_test_is_of_the_newest_content_but_where_the_patch_has_changed_the_place_before(String operations) {
        ObjectNode base = json("{'a': 'old', 'b': 1, 'list': [1, 2]}");
        ObjectNode newest = json("{'a': 'new', 'b': 7, 'list': [1, 3]}");

        assertThat(Patches.apply(base, newest, node(operations)).get("a").stringValue()).isEqualTo("old");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{'op': 'test', 'path': '/a', 'value': 'old'}]
            [{'op': 'test', 'path': '/b', 'value': 1}, {'op': 'replace', 'path': '/b', 'value': 2}]
            [{'op': 'replace', 'path': '/b', 'value': 2}, {'op': 'test', 'path': '/a', 'value': 'old'}]
            """)
    void a_test_that_only_what_the_patch_is_based_on_would_pass_fails(String operations) {
        ObjectNode base = json("{'a': 'old', 'b': 1}");
        ObjectNode newest = json("{'a': 'new', 'b': 7}");

        assertThatThrownBy(() -> Patches.apply(base, newest, node(operations)))
                .isInstanceOf(FailedTestException.class);
    }

    @Test
    void a_test_that_fails_says_what_it_expected_and_what_is_there() {
        FailedTestException failed = catchThrowableOfType(FailedTestException.class, () -> patched("{'a': ['x', '1']}",
                "[{'op': 'add', 'path': '/b', 'value': 1}, {'op': 'test', 'path': '/a', 'value': ['x', 1]}]"));

        assertThat(failed.operation()).isEqualTo(OptionalInt.of(1));
        assertThat(failed.pointer()).isEqualTo("/a");
        assertThat(failed.expected()).isEqualTo(node("['x', 1]"));
        assertThat(failed.actual()).isEqualTo(node("['x', '1']"));
    }

    @Test
    void neither_the_content_nor_the_patch_is_changed() {
        ObjectNode content = json("{'a': {'b': [1]}}");
        JsonNode patch = node("""
                [{'op': 'add', 'path': '/c', 'value': {}}, {'op': 'add', 'path': '/c/d', 'value': 1},
                 {'op': 'add', 'path': '/a/b/-', 'value': 2}]""");
        JsonNode mergePatch = node("{'a': {'b': {'x': 1}}}");

        applied(content, patch);
        ((ObjectNode) Patches.merge(content, mergePatch).at("/a/b")).put("y", 2);

        assertThat(content).isEqualTo(json("{'a': {'b': [1]}}"));
        assertThat(patch.get(0).get("value")).isEqualTo(node("{}"));
        assertThat(mergePatch).isEqualTo(node("{'a': {'b': {'x': 1}}}"));
    }

    @Test
    void numbers_stay_as_they_are() {
        ObjectNode content = json("{'a': 1, 'b': 1.50, 'c': 12345678901234567890}");
        content.put("d", new BigDecimal("1.500"));

        ObjectNode patched = applied(content, node("[{'op': 'move', 'from': '/d', 'path': '/e'}]"));

        assertThat(patched.get("a").isInt()).isTrue();
        assertThat(patched.get("b")).isEqualTo(content.get("b"));
        assertThat(patched.get("c").isBigInteger()).isTrue();
        assertThat(patched.get("e").decimalValue()).isEqualTo(new BigDecimal("1.500"));
    }

    @Test
    void at_most_a_thousand_operations_are_taken() {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            patch.addObject().put("op", "add").put("path", "/a/-").put("value", i);
        }
        assertThat(applied(json("{'a': []}"), patch).get("a")).hasSize(1_000);

        patch.addObject().put("op", "remove").put("path", "/a");
        assertThatThrownBy(() -> applied(json("{'a': []}"), patch)).isInstanceOf(PatchTooLargeException.class)
                .hasMessageContaining("1001");
    }

    @Test
    void copies_of_copies_stop_at_a_megabyte() {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            patch.addObject().put("op", "copy").put("from", "/a").put("path", "/a/-");
        }
        assertThatThrownBy(() -> applied(json("{'a': ['0123456789']}"), patch))
                .isInstanceOfSatisfying(PatchTooLargeException.class,
                        refused -> assertThat(refused.operation().orElseThrow()).isBetween(12, 18));
        assertThatThrownBy(() -> Patches.merge(json("{'a': '" + "x".repeat(600_000) + "'}"),
                node("{'b': '" + "x".repeat(600_000) + "'}"))).isInstanceOf(PatchTooLargeException.class);
    }

    @Test
    void a_large_text_can_be_replaced_again_and_again() {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 50; i++) {
            patch.addObject().put("op", "replace").put("path", "/a").put("value", i + "x".repeat(100_000));
        }
        assertThat(applied(json("{'a': ''}"), patch).get("a").stringValue()).startsWith("49x");
    }

    @Test
    void nesting_stops_where_json_could_not_be_read_back() {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i <= 600; i++) {
            patch.addObject().put("op", "add").put("path", "/a".repeat(i)).putObject("value");
        }
        assertThatThrownBy(() -> applied(json("{}"), patch)).isInstanceOf(PatchTooLargeException.class)
                .hasMessageContaining("deeper");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a': 'b'}              | {'a': 'c'}                       | {'a': 'c'}
            {'a': 'b'}              | {'b': 'c'}                       | {'a': 'b', 'b': 'c'}
            {'a': 'b', 'b': 'c'}    | {'a': null}                      | {'b': 'c'}
            {'a': ['b']}            | {'a': 'c'}                       | {'a': 'c'}
            {'a': 'c'}              | {'a': ['b']}                     | {'a': ['b']}
            {'a': {'b': 'c'}}       | {'a': {'b': 'd', 'c': null}}     | {'a': {'b': 'd'}}
            {'a': [{'b': 'c'}]}     | {'a': [1]}                       | {'a': [1]}
            {'a': [1]}              | {'a': [null]}                    | {'a': [null]}
            {'e': null}             | {'a': 1}                         | {'e': null, 'a': 1}
            {'a': 'foo'}            | {'a': {'b': {'c': null}}}        | {'a': {'b': {}}}
            {}                      | {'a': {'bb': {'ccc': null}}}     | {'a': {'bb': {}}}
            {'a': 1}                | {}                               | {'a': 1}
            """)
    void merge_patches_replace_field_by_field(String content, String patch, String result) {
        assertThat(Patches.merge(json(content), node(patch))).isEqualTo(json(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null
            'bar'
            ['c']
            """)
    void a_merge_patch_that_is_no_object_is_refused(String patch) {
        assertThatThrownBy(() -> Patches.merge(json("{'a': 1}"), node(patch)))
                .isInstanceOf(MalformedPatchException.class);
    }
}
