package io.guidepost.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.search.Highlight.Part;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static String hit(String text) {
        return Marks.BEGIN + text + Marks.END;
    }

    @Test
    void a_marked_text_is_taken_apart_and_nothing_is_lost() {
        assertThat(Marks.parts("a " + hit("data") + ", " + hit("analyst"))).containsExactly(new Part("a ", false),
                new Part("data", true), new Part(", ", false), new Part("analyst", true));
        assertThat(Marks.parts("none")).containsExactly(new Part("none", false));
        assertThat(Marks.parts("")).isEmpty();
    }

    @Test
    void words_in_a_row_are_one_part() {
        assertThat(Marks.parts(hit("a") + " " + hit("data") + " " + hit("analyst") + " "))
                .containsExactly(new Part("a data analyst", true), new Part(" ", false));
    }

    @Test
    void marks_in_a_text_are_left_out_of_it() {
        assertThat(Marks.without("a" + hit("b") + "c")).isEqualTo("abc");
    }
}
