package io.guidepost.editorial;

import static io.guidepost.editorial.Notes.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentDifferenceTest {

    @Test
    void equal_contents_do_not_differ_whatever_the_order_of_their_fields() {
        assertThat(ContentDifference.between(json("{'a': 1, 'b': [2]}"), json("{'b': [2], 'a': 1}"))).isEmpty();
    }

    @Test
    void values_that_differ_are_named_one_by_one() {
        assertThat(ContentDifference.between(json("{'a': {'b': 1, 'c': 2}, 'd': [{'e': 3}, 4], 'gone': 5}"),
                json("{'a': {'b': 9, 'c': 2}, 'd': [{'e': 8}, 4], 'new': 7}")))
                .containsExactly("/a/b", "/d/0/e", "/gone", "/new");
    }

    @Test
    void a_list_of_another_length_differs_as_a_whole() {
        assertThat(ContentDifference.between(json("{'a': [1, 2]}"), json("{'a': [1]}"))).containsExactly("/a");
    }

    @Test
    void a_value_and_a_part_of_it_overlap_and_names_that_begin_alike_do_not() {
        assertThat(ContentDifference.overlap(List.of("/a", "/b/c", "/d", "/ti"), List.of("/a/0", "/b", "/x", "/title")))
                .containsExactly("/a", "/b/c");
    }
}
