package io.guidepost.comparison;

import static io.guidepost.comparison.Guides.TYPE;
import static io.guidepost.comparison.Guides.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AnchorsTest {

    private static final ObjectNode CONTENT = json(
            """
                    {'title': 'A guide', 'intro': 'They ask for what is needed, and check what is given.',
                     'skills': [{'name': 'Python', 'description': 'Write programs.'}, {'name': 'SQL', 'description': 'Ask tables.'}]}""");

    private static Anchor quote(String pointer, String text, String quote) {
        int start = text.indexOf(quote);
        return new Anchor(pointer, new TextRange(start, start + quote.length(), quote));
    }

    private static Optional<String> followed(String before, String quote, String after) {
        return Anchors.follow(TYPE, quote("/intro", before, quote), json("{}").put("intro", before),
                json("{}").put("intro", after)).map(Anchor::range)
                .map(range -> after.substring(range.start(), range.end()) + "@" + range.start());
    }

    @Test
    void a_field_stays_where_it_is_and_is_gone_with_its_value() {
        Anchor anchor = new Anchor("/title", null);

        assertThat(Anchors.follow(TYPE, anchor, CONTENT, json("{'title': 'Other'}"))).contains(anchor);
        assertThat(Anchors.follow(TYPE, anchor, CONTENT, json("{}"))).isEmpty();
        assertThat(Anchors.follow(TYPE, new Anchor("", null), CONTENT, json("{}"))).contains(new Anchor("", null));
    }

    @Test
    void an_item_is_followed_to_its_new_place_though_it_is_edited() {
        ObjectNode after = json(
                """
                        {'skills': [{'name': 'New', 'description': 'First.'}, {'name': 'SQL', 'description': 'Ask many tables.'},
                                    {'name': 'Python', 'description': 'Write programs.'}]}""");

        assertThat(Anchors.follow(TYPE, new Anchor("/skills/1/description", null), CONTENT, after))
                .contains(new Anchor("/skills/1/description", null));
        assertThat(Anchors.follow(TYPE, new Anchor("/skills/0", null), CONTENT, after))
                .contains(new Anchor("/skills/2", null));
        assertThat(Anchors.follow(TYPE, quote("/skills/1/description", "Ask tables.", "tables"), CONTENT, after))
                .contains(quote("/skills/1/description", "Ask many tables.", "tables"));
    }

    @Test
    void an_item_that_is_removed_takes_its_anchors_with_it() {
        assertThat(Anchors.follow(TYPE, new Anchor("/skills/1/name", null), CONTENT,
                json("{'skills': [{'name': 'Python', 'description': 'Write programs.'}]}"))).isEmpty();
    }

    @Test
    void a_part_of_a_text_moves_with_the_words_around_it() {
        assertThat(followed("They ask for what is needed and check what is given.", "what is",
                "Most of them ask for exactly what is needed and check what is given.")).contains("what is@29");
        assertThat(followed("They ask; they check; they ask.", "ask.", "They plan; they ask; they check; they ask."))
                .contains("ask.@38");
    }

    @Test
    void a_part_whose_sentence_is_moved_is_found_by_its_quote() {
        assertThat(followed("First they plan the work. Then they ask others. Last they check.", "ask others",
                "First they plan the work. Last they check. Then they ask others.")).contains("ask others@53");
    }

    @Test
    void a_part_of_a_word_is_found_in_the_word_that_took_its_place() {
        assertThat(followed("They write a prompt every day.", "prom", "They write many prompts every day."))
                .contains("prom@16");
    }

    @Test
    void a_part_that_was_changed_is_gone() {
        assertThat(followed("They ask for what is needed.", "what is needed", "They ask for what they need."))
                .isEmpty();
        assertThat(followed("They ask for help. It is free.", "help", "They ask for money. It is free.")).isEmpty();
        assertThat(followed("They ask for help. It is free.", "help",
                "They ask for money. It is free. Some do not need any help at all.")).isEmpty();
        assertThat(Anchors.follow(TYPE, quote("/intro", CONTENT.get("intro").stringValue(), "ask"), CONTENT,
                json("{'intro': 5}"))).isEmpty();
    }

    @Test
    void an_anchor_that_names_no_place_says_why() {
        assertThat(Anchors.problem(new Anchor("/skills/1/name", null), CONTENT)).isEmpty();
        assertThat(Anchors.problem(quote("/intro", CONTENT.get("intro").stringValue(), "ask"), CONTENT)).isEmpty();
        assertThat(Anchors.problem(new Anchor("title", null), CONTENT).orElseThrow()).contains("no JSON pointer");
        assertThat(Anchors.problem(new Anchor("/skills/2", null), CONTENT).orElseThrow()).contains("nothing");
        assertThat(Anchors.problem(new Anchor("/skills/01", null), CONTENT).orElseThrow()).contains("nothing");
        assertThat(Anchors.problem(new Anchor("/skills", new TextRange(0, 1, "x")), CONTENT).orElseThrow())
                .contains("no text");
        assertThat(Anchors.problem(new Anchor("/title", new TextRange(6, 8, "ex")), CONTENT).orElseThrow())
                .contains("ends at 8, and the text at 7");
        assertThat(Anchors.problem(new Anchor("/title", new TextRange(0, 1, "B")), CONTENT).orElseThrow())
                .contains("quote");
    }

    @Test
    void a_range_without_extent_or_with_another_quote_is_none() {
        assertThatThrownBy(() -> new TextRange(1, 1, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextRange(-1, 1, "ab")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextRange(0, 2, "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_followed_anchor_always_names_a_place_with_its_quote() {
        Seeds.each(1_000, seed -> {
            RandomContent random = new RandomContent(seed);
            ObjectNode before = random.content();
            ObjectNode after = random.edited(before, (int) (seed % 5));
            String intro = before.get("intro").stringValue();
            int start = (int) (seed % intro.length());
            int end = Math.min(intro.length(), start + 1 + (int) (seed % 13));
            Anchor range = new Anchor("/intro", new TextRange(start, end, intro.substring(start, end)));

            for (Anchor anchor : List.of(range, new Anchor("/skills/0", null))) {
                Optional<Anchor> followed = Anchors.follow(TYPE, anchor, before, after);
                followed.ifPresent(found -> assertThat(Anchors.problem(found, after)).isEmpty());
                if (before.equals(after) && Anchors.problem(anchor, before).isEmpty()) {
                    assertThat(followed).contains(anchor);
                }
            }
        });
    }
}
