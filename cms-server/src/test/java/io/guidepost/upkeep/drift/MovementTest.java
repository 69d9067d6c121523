package io.guidepost.upkeep.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovementTest {

    private static Movement movement(List<String> pointers) {
        return new Movement(ToleranceTest.figure("33%", 33.0), ToleranceTest.figure("38%", 38.0), Lead.KEPT,
                pointers);
    }

    @Test
    void a_movement_tells_where_its_figure_stands() {
        assertThat(movement(List.of("/intro", "/tldr/0")).text()).endsWith(" from 33% to 38% (/intro, /tldr/0)");
    }

    @Test
    void of_many_places_the_first_are_told() {
        assertThat(movement(IntStream.range(0, 8).mapToObj(i -> "/tldr/" + i).toList()).text()).endsWith(
                "(/tldr/0, /tldr/1, /tldr/2, /tldr/3, /tldr/4 and 3 more)");
    }
}
