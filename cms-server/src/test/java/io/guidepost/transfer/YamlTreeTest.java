package io.guidepost.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.Field;
import io.guidepost.content.FieldType;
import io.guidepost.storage.TestMongo;
import io.guidepost.server.ContentNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class YamlTreeTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NASTY = List.of("", " ", "\n", "\n\n", " \n ", "\t", "a: b", "a:", "a #b", "#a",
            "- a", "-", "?", "[a", "{a}", "{{percent x/y}}", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "'a'",
            "\"a\"",
            "it's \"so\"", "back\\slash", "a\tb", "\ta", "a\t", "a\r\nb", "a\rb", "a ", " a", "a\n", "a\nb", "a\nb\n",
            "a\n\n", "a\n \n", "a\n  ", "  a\nb", "\na", "\n\na\n", "\t\na", "a\n\tb", "   \na", "a\n---\nb", "...\na",
            "# a\n\n## b\n", "- a\n- b\n", "null", "~", "Null", "true", "No", "yes", "on", "y", "2026-01-01",
            "2026-01-01T10:00:00Z", "1e3", "1_000", "0x1F", "0o17", "017", "12:30:45", "1.5", "-1", "+1", ".5", ".inf",
            ".NaN", "NaN", "=", "<<", "😀 face", "👩‍💻", "שלום עולם", "\u200fRTL\u202e", "\u0085", "a\u2028b\nc",
            "\ufeffa", "\u00a0a", "\u00a0", "--- a", "a --- b", "https://example.org/a#b", "{\"a\": 1}",
            "A long sentence: it needs quotation marks, and it goes on for more than sixty characters.",
            " A long sentence that starts with a blank and goes on for more than sixty characters.",
            "A long sentence that ends with a blank and goes on for more than sixty characters. ");

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    private final Random random = new Random(7);

    @Test
    void every_text_reads_back_as_it_was_in_every_place() {
        for (String text : NASTY) {
            ObjectNode content = JSON.objectNode().put("first", text);
            content.putObject("object").put("inner", text);
            content.putArray("list").add(text).add(JSON.arrayNode()).add(JSON.objectNode().put("a", text).put("b", 1));
            content.put("last", text);

            assertThat(roundTrip(content, List.of())).as(text).isEqualTo(content);
        }
    }

    @Test
    void random_content_of_every_type_reads_back_and_is_written_the_same_again() {
        try (ContentNode node = new ContentNode(mongo.database())) {
            for (DocumentType type : node.get(ContentModel.class).types()) {
                for (int run = 0; run < 300; run++) {
                    ObjectNode content = object(type.fields());

                    assertThat(roundTrip(content, type.fields())).as(content.toString()).isEqualTo(content);
                }
            }
        }
    }

    private ObjectNode object(List<Field> fields) {
        ObjectNode object = JSON.objectNode();
        for (Field field : fields) {
            if (!field.computed() && random.nextInt(5) > 0) {
                object.set(field.name(), random.nextInt(30) == 0 ? JSON.nullNode() : value(field.type()));
            }
        }
        return object;
    }

    private JsonNode value(FieldType type) {
        return switch (type) {
            case FieldType.Scalar scalar -> switch (scalar.kind()) {
                case INT -> JSON.numberNode(random.nextInt());
                case FLOAT -> random.nextBoolean()
                        ? JSON.numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300))
                        : JSON.numberNode(random.nextLong(1L << 40) + (1L << 33));
                case BOOLEAN -> JSON.booleanNode(random.nextBoolean());
                case STRING, ID, SLUG, DATE, DATE_TIME, URL -> JSON.stringNode(text());
            };
            case FieldType.RichText _,FieldType.Enumeration _,FieldType.Reference _ -> JSON.stringNode(text());
            case FieldType.Embedded embedded -> object(embedded.fields());
            case FieldType.ListOf list -> {
                ArrayNode items = JSON.arrayNode();
                for (int count = random.nextInt(4); count > 0; count--) {
                    items.add(value(list.item()));
                }
                yield items;
            }
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(4); parts >= 0; parts--) {
            text.append(NASTY.get(random.nextInt(NASTY.size()))).append(random.nextInt(3) == 0 ? "\n" : "");
        }
        return text.toString();
    }

    private static ObjectNode roundTrip(ObjectNode content, List<Field> fields) {
        String written = YamlTree.document("Note", "note-one", content, fields);
        ContentFile read;
        try {
            read = FileReader.yaml("note", written.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedContentException malformed) {
            throw new AssertionError(malformed.getMessage() + "\n" + written, malformed);
        }
        assertThat(read.type()).isEqualTo("Note");
        assertThat(read.id()).isEqualTo("note-one");
        assertThat(YamlTree.document("Note", "note-one", read.content(), fields)).isEqualTo(written);
        assertThat(written).doesNotContain("\r").endsWith("\n");
        return read.content();
    }

    @Test
    void what_is_written_is_pleasant_to_read() {
        ObjectNode content = (ObjectNode) JsonMapper.shared().readTree("""
                {"slug": "a-slug", "title": "Yes: it works", "year": 2026, "answer": "One.\\n\\nTwo.\\n",
                 "tags": ["no", "data"], "points": [{"label": "A", "text": "x\\ny"}], "none": []}""");

        assertThat(YamlTree.document("Note", "note-one", content, List.of())).isEqualTo("""
                type: Note
                id: note-one
                content:
                  slug: a-slug
                  title: "Yes: it works"
                  year: 2026
                  answer: |
                    One.

                    Two.
                  tags:
                    - "no"
                    - data
                  points:
                    - label: A
                      text: |-
                        x
                        y
                  none: []
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"type: A\nid: a-b-c\n", "type: A\nid: a-b-c\ncontent: 5\n",
        "type: A\nid: a-b-c\ncontent:\n",
        "type: A\nid: a-b-c\ncontent: {}\nmore: 1\n", "type: A\ntype: B\nid: a-b-c\ncontent: {}\n",
        "type: A\nid: a-b-c\ncontent: {}\n---\ntype: B\n", "type: A\nid: a-b-c\ncontent: {a: &x 1, b: *x}\n",
        "type: [\n", "", "type: A\nid: a-b-c\ncontent:\n  a: \"b\n"})
    void a_file_of_another_form_is_refused(String yaml) {
        assertThatThrownBy(() -> FileReader.yaml("a.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedContentException.class).hasMessageStartingWith("a.yaml");
    }

    @Test
    void the_place_of_what_is_wrong_is_told() {
        assertThatThrownBy(() -> FileReader.yaml("a.yaml", "type: A\nid: a\ncontent:\n  a: [1\n  b: 2\n".getBytes(
                StandardCharsets.UTF_8))).isInstanceOfSatisfying(MalformedContentException.class,
                        malformed -> assertThat(malformed.problems().getFirst().line()).isBetween(4, 5));
        assertThatThrownBy(() -> FileReader.yaml("a.yaml", "type: A\nid: \u00ff\n".getBytes(
                StandardCharsets.ISO_8859_1))).isInstanceOfSatisfying(MalformedContentException.class,
                        malformed -> assertThat(malformed.problems()).containsExactly(new FileProblem("a.yaml", 2,
                                null, null, "not-utf-8", "The file is not written in UTF-8.")));
    }
}
