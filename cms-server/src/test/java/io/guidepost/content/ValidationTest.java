package io.guidepost.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ValidationTest {

    private static final DocumentType NOTE = ContentModel.parse(Schemas.with("""
            type Note @document(slug: "slug", title: "title") {
              id: ID! @computed
              slug: Slug! @unique
              title: String! @text(min: 3, max: 10)
              body: RichText!
              aside: RichText
              mood: Mood
              year: Int @range(min: 2000, max: 2100)
              since: Int @notBelow(field: "year")
              share: Float
              money: String @currency
              done: Boolean
              day: Date
              at: DateTime
              url: Url
              labels: [String!] @items(min: 1, max: 2) @text(max: 5)
              others: [Note!] @items(max: 3)
              moods: [Mood!]
              years: [Int!]
              boxes: [Box!]
              box: Box
            }
            type Box { name: String! inner: Inner }
            type Inner { text: RichText! }
            enum Mood { GOOD BAD }
            """)).type("Note");

    @Test
    void sound_content_has_no_problems() {
        assertThat(NOTE.problems(sound(), Stage.PUBLISH)).isEmpty();
    }

    @Test
    void a_working_copy_may_be_incomplete() {
        assertThat(NOTE.problems(Schemas.json("{}"), Stage.DRAFT)).isEmpty();
        assertThat(NOTE.problems(Schemas.json("{}"), Stage.PUBLISH)).extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/slug", "required"), tuple("/title", "required"),
                        tuple("/body", "required"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            titel  | "x"                                | /titel          | unknown-field
            a/b~c  | 1                                  | /a~1b~0c        | unknown-field
            id     | "x"                                | /id             | computed-field
            title  | 5                                  | /title          | wrong-type
            title  | "a\\u0000bc"                       | /title          | unprintable
            title  | "a\\ud800bc"                       | /title          | unprintable
            body   | ["x"]                              | /body           | wrong-type
            body   | "{{percnt a/b}}"                   | /body           | malformed-figure
            body   | "open {{percent a/b"               | /body           | malformed-figure
            body   | "by [@Some Body]"                  | /body           | malformed-citation
            body   | "by [@some-body"                   | /body           | malformed-citation
            slug   | "No Slug"                          | /slug           | malformed-slug
            slug   | "ab"                               | /slug           | malformed-slug
            slug   | ""                                 | /slug           | malformed-slug
            slug   | 3                                  | /slug           | wrong-type
            mood   | "SAD"                              | /mood           | unknown-value
            mood   | 1                                  | /mood           | wrong-type
            year   | "2020"                             | /year           | wrong-type
            year   | 2020.5                             | /year           | wrong-type
            year   | 99999999999                        | /year           | wrong-type
            share  | "much"                             | /share          | wrong-type
            share  | 1e999                              | /share          | wrong-type
            done   | "true"                             | /done           | wrong-type
            day    | "2026-02-30"                       | /day            | malformed-date
            day    | "28.2.2026"                        | /day            | malformed-date
            at     | "2026-02-28T09:30:00+01:00"        | /at             | malformed-date-time
            at     | "2026-02-28T25:00:00Z"             | /at             | malformed-date-time
            url    | "javascript:alert(1)"              | /url            | malformed-url
            url    | "https://"                         | /url            | malformed-url
            url    | "/here"                            | /url            | malformed-url
            url    | "https://me:secret@host/"          | /url            | malformed-url
            url    | "https://host/a b"                 | /url            | malformed-url
            labels | "x"                                | /labels         | not-a-list
            labels | ["ok", null]                       | /labels/1       | wrong-type
            others | ["note-one", 5]                    | /others/1       | wrong-type
            others | ["Note One"]                       | /others/0       | malformed-reference
            box    | "x"                                | /box            | wrong-type
            box    | {"nam": "x"}                       | /box/nam        | unknown-field
            box    | {"name": "x", "inner": {"text": 1}}| /box/inner/text | wrong-type
            """)
    void a_wrong_shape_is_a_problem_of_a_working_copy(String field, String value, String pointer, String code) {
        assertThat(NOTE.problems(changed(field, value), Stage.DRAFT)).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).matches("(?s).{10,}[.?]");
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title  | null                     | /title          | required
            title  | "  "                     | /title          | required
            title  | "  ab  "                 | /title          | too-short
            title  | "elevenchars"            | /title          | too-long
            body   | " "                      | /body           | required
            aside  | " "                      | /aside          | blank
            year   | 1999                     | /year           | too-small
            year   | 2101                     | /year           | too-large
            labels | []                       | /labels         | too-few-items
            labels | ["a", "b", "c"]          | /labels         | too-many-items
            labels | ["abc", "abcdef"]        | /labels/1       | too-long
            others | ["note-a", "note-a"]     | /others/1       | duplicate-item
            labels | ["abc", " abc"]          | /labels/1       | duplicate-item
            moods  | ["BAD", "GOOD", "BAD"]   | /moods/2        | duplicate-item
            boxes  | [{"name": "x", "inner": {"text": "y"}}, {"inner": {"text": "y"}, "name": "x"}] | /boxes/1 | duplicate-item
            since  | 2019                     | /since          | reversed-range
            money  | "usd"                    | /money          | unknown-currency
            money  | "ABC"                    | /money          | unknown-currency
            money  | "$"                      | /money          | unknown-currency
            box    | {}                       | /box/name       | required
            box    | {"name": ""}             | /box/name       | required
            box    | {"name":"x","inner":{}}  | /box/inner/text | required
            """)
    void a_rule_binds_only_when_content_is_published(String field, String value, String pointer, String code) {
        var content = changed(field, value);
        assertThat(NOTE.problems(content, Stage.DRAFT)).isEmpty();
        assertThat(NOTE.problems(content, Stage.PUBLISH)).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).matches("(?s).{10,}[.?]");
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title  | "   exactly10c   "
            title  | "👩‍🚀12345"
            share  | 3
            since  | 2020
            money  | "CHF"
            years  | [1, 1]
            boxes  | [{"name": "x"}, {"name": "y"}]
            aside  | null
            body   | "code ´{{percnt´ and ´[@No´ and \\\\{{ and \\\\[@"
            body   | "[@handle](https://example.org/handle)"
            at     | "2026-02-28T09:30:00.5Z"
            url    | "HTTPS://example.org/a?b=c#d"
            """)
    void what_only_looks_wrong_is_no_problem(String field, String value) {
        assertThat(NOTE.problems(changed(field, value.replace('´', '`')), Stage.PUBLISH)).isEmpty();
    }

    @Test
    void all_problems_are_told_at_once() {
        var content = Schemas.json("""
                {"titel": "x", "slug": "No", "year": 1, "labels": [1, "toolong"], "box": {"inner": {}}}""");
        assertThat(NOTE.problems(content, Stage.PUBLISH))
                .extracting(problem -> problem.pointer() + " " + problem.code()).containsExactlyInAnyOrder(
                        "/titel unknown-field", "/slug malformed-slug", "/title required", "/body required",
                        "/year too-small", "/labels/0 wrong-type",
                        "/labels/1 too-long", "/box/name required", "/box/inner/text required");
    }

    @Test
    void a_problem_between_values_names_both() {
        assertThat(NOTE.problems(changed("since", "2019"), Stage.PUBLISH)).extracting(Problem::message)
                .containsExactly("“since” is 2019, which is below “year”, 2020: correct one of them.");
        assertThat(NOTE.problems(changed("moods", "[\"BAD\", \"GOOD\", \"GOOD\"]"), Stage.PUBLISH))
                .extracting(Problem::message)
                .containsExactly("This is the same as item 2 of the list: take one out.");
    }

    @Test
    void an_unknown_field_is_told_with_the_closest_name() {
        assertThat(NOTE.problems(changed("titel", "1"), Stage.DRAFT).getFirst().message())
                .isEqualTo("There is no field called “titel”. Did you mean “title”?");
        assertThat(NOTE.problems(changed("nothingLikeIt", "1"), Stage.DRAFT).getFirst().message())
                .isEqualTo("There is no field called “nothingLikeIt”.");
    }

    @Test
    void a_problem_in_a_text_says_line_and_column() {
        var content = sound();
        content.put("body", "First line.\n\n> Second: {{percnt a/b}}");
        assertThat(NOTE.problems(content, Stage.DRAFT).getFirst().message())
                .startsWith("Line 3, column 13: There is no figure called “percnt”");
        content.put("body", "First line.\n\nThen {{percent a/b");
        assertThat(NOTE.problems(content, Stage.DRAFT).getFirst().message())
                .startsWith("Line 3, column 6: A figure is opened");
    }

    @Test
    void a_text_beyond_all_measure_is_refused_even_in_a_working_copy() {
        var content = sound();
        content.put("body", "x".repeat(100_001));
        assertThat(NOTE.problems(content, Stage.DRAFT)).extracting(Problem::code).containsExactly("too-long");
        content.put("body", "fine");
        content.put("title", "x".repeat(100_001));
        assertThat(NOTE.problems(content, Stage.DRAFT)).extracting(Problem::code).containsExactly("too-long");
    }

    @Test
    void hostile_content_causes_no_more_than_a_thousand_problems() {
        var content = sound();
        var labels = content.putArray("labels");
        for (int i = 0; i < 5_000; i++) {
            labels.add(i);
        }
        assertThat(NOTE.problems(content, Stage.PUBLISH)).hasSize(1_000);
    }

    @Test
    void a_field_added_to_the_schema_is_validated_without_more_ado() {
        var before = ContentModel.parse(Schemas.real()).type("Faq");
        var after = ContentModel.parse(
                Schemas.real().replace("answer: RichText!", "answer: RichText!\n  audience: String! @text(max: 5)"))
                .type("Faq");
        var content = Schemas.json("""
                {"slug": "is-it-hard", "question": "Is it hard to learn?", "answer": "No.", "audience": "everyone"}""");
        assertThat(before.problems(content, Stage.DRAFT)).extracting(Problem::code).containsExactly("unknown-field");
        assertThat(after.problems(content, Stage.PUBLISH)).extracting(Problem::code).containsExactly("too-long");
        assertThat(before.jsonSchema().at("/properties/audience").isMissingNode()).isTrue();
        assertThat(after.jsonSchema().at("/properties/audience/maxLength").intValue()).isEqualTo(5);
    }

    @Test
    void references_and_figures_are_found_wherever_they_stand() {
        var content = sound();
        content.put("body", "Pay is {{percent a/b}} [@bls] and {{recent}} [@bls] but `{{respondents}} [@code]`.");
        content.putArray("others").add("note-a").add(5);
        content.putObject("box").put("name", "x").putObject("inner").put("text", "See [@deep-source].");
        assertThat(NOTE.references(content)).containsExactly(
                new Reference("/body", "Source", new Reference.BySlug("bls"), false),
                new Reference("/others/0", "Note", new Reference.ById("note-a"), false),
                new Reference("/box/inner/text", "Source", new Reference.BySlug("deep-source"), false));
        assertThat(NOTE.figures(content)).extracting(use -> use.pointer() + " " + use.token().text())
                .containsExactly("/body percent a/b", "/body recent");
    }

    @Test
    void the_words_of_texts_are_found_wherever_they_stand() {
        var content = sound();
        content.put("body", "**Pay** rises by {{percent a/b}} [@bls], [they](https://example.org) say.");
        content.put("mood", "GOOD").put("url", "https://example.org").putArray("labels").add("short").add(5);
        content.putArray("others").add("note-a");
        content.putObject("box").put("name", "Inside").putObject("inner").put("text", "`{{percent a/b}}`");
        assertThat(NOTE.texts(content)).containsExactly("A note", "Pay rises by, they say.", "short", "Inside",
                "{{percent a/b}}");
        assertThat(NOTE.texts(content, token -> "<" + token.text() + ">")).containsExactly("A note",
                "Pay rises by <percent a/b>, they say.", "short", "Inside", "{{percent a/b}}");
    }

    @Test
    void a_weak_reference_is_known_as_one() {
        var guide = ContentModel.parse(Schemas.real()).type("RoleGuide");
        var content = Schemas.json("""
                {"related": {"pins": ["guide-data-analyst"]}, "salary": {"source": "source-bls"}}""");
        assertThat(guide.references(content)).containsExactly(
                new Reference("/related/pins/0", "RoleGuide", new Reference.ById("guide-data-analyst"), true),
                new Reference("/salary/source", "Source", new Reference.ById("source-bls"), false));
    }

    private static ObjectNode sound() {
        return Schemas.json("""
                {"slug": "a-note", "title": "A note", "body": "Some **text**.", "year": 2020}""");
    }

    private static ObjectNode changed(String field, String json) {
        var content = sound();
        content.set(field, Schemas.json("{\"value\": " + json + "}").get("value"));
        return content;
    }
}
