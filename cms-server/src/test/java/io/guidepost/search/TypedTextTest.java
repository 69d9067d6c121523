package io.guidepost.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.search.TypedText.Unit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypedTextTest {

    private static TypedText typed(String text, List<List<String>> synonyms) {
        return TypedText.of(text, new SynonymGroups(synonyms));
    }

    private static List<String> words(String text) {
        return typed(text, List.of()).units().stream().map(Unit::text).toList();
    }

    @Test
    void words_are_told_apart_without_case_accents_and_those_that_say_nothing() {
        assertThat(words("What\u2019s the R\u00c9SUM\u00c9 of an AI-specialist, e.g. Node.js?"))
                .containsExactly("what's", "resume", "ai", "specialist", "e.g", "node.js");
        assertThat(words("to be or not to be")).containsExactly("to", "be", "or", "not", "to", "be");
        assertThat(words("nurse nurse Nurse")).containsExactly("nurse");
    }

    @Test
    void what_stands_in_quotes_is_a_phrase_and_no_word() {
        TypedText typed = typed("senior \u201cdata  analyst\u201d \"\" \"open end", List.of());

        assertThat(typed.phrases()).containsExactly("data  analyst");
        assertThat(typed.units()).extracting(Unit::text).containsExactly("senior", "open", "end");
    }

    @Test
    void the_last_word_has_ended_where_something_follows_it() {
        assertThat(typed("data Anal", List.of()).unfinished()).isEqualTo("anal");
        assertThat(typed("data the", List.of()).unfinished()).isEqualTo("the");
        assertThat(typed("data anal ", List.of()).unfinished()).isNull();
        assertThat(typed("data anal!", List.of()).unfinished()).isNull();
        assertThat(typed("anal \"data\"", List.of()).unfinished()).isNull();
        assertThat(typed("", List.of()).unfinished()).isNull();
        assertThat(typed("word ".repeat(100) + "end", List.of()).unfinished()).isNull();
    }

    @Test
    void it_is_cut_between_words_and_never_within_a_character() {
        String words = IntStream.range(0, 100).mapToObj(number -> "word").collect(Collectors.joining(" "));

        assertThat(typed("word", List.of()).cut()).isFalse();
        assertThat(typed(" ".repeat(300) + "word" + " ".repeat(300), List.of()).cut()).isFalse();
        assertThat(typed(words, List.of()).cut()).isTrue();
        assertThat(typed(words, List.of()).text()).hasSizeLessThanOrEqualTo(200).endsWith(" word");
        assertThat(typed("x" + "\ud83d\ude80".repeat(200), List.of()).text()).hasSize(199).endsWith("\ud83d\ude80");
    }

    @Test
    void of_many_words_the_first_twenty_count() {
        TypedText typed = typed(IntStream.range(100, 130).mapToObj(Integer::toString).collect(Collectors.joining(" ")),
                List.of());

        assertThat(typed.units()).hasSize(20).last().isEqualTo(new Unit(List.of("119"), List.of()));
        assertThat(typed.cut()).isTrue();
    }

    @Test
    void the_longest_synonym_at_a_place_is_one_unit() {
        List<List<String>> synonyms = List.of(List.of("machine learning", "AI"), List.of("machine", "device"));

        assertThat(typed("learning Machine-Learning machines", synonyms).units()).containsExactly(
                new Unit(List.of("learning"), List.of()),
                new Unit(List.of("machine", "learning"), List.of("AI")),
                new Unit(List.of("machines"), List.of("device")));
    }

    @Test
    void a_word_of_several_groups_has_the_synonyms_of_all() {
        List<List<String>> synonyms = List.of(List.of("PM", "product manager"), List.of("PM", "project manager"),
                List.of("!", "exclamation"));

        assertThat(typed("pm", synonyms).units()).containsExactly(new Unit(List.of("pm"), List.of("product manager",
                "project manager")));
    }

    @Test
    void a_synonym_counts_though_its_words_say_nothing() {
        assertThat(typed("it of nurses", List.of(List.of("IT", "computing"))).units()).containsExactly(
                new Unit(List.of("it"), List.of("computing")), new Unit(List.of("nurses"), List.of()));
    }
}
