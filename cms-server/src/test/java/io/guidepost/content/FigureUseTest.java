package io.guidepost.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where in a text a figure is wrong. */
class FigureUseTest {

    private static final FigureProblem NO_ANSWER = new FigureProblem(FigureToken.Part.ANSWER, "No such answer.");

    @Test
    void a_problem_is_placed_at_the_word_that_is_wrong() {
        assertThat(only("First.\n\nOf them {{ percent priority/fame}} want more.").sentence(NO_ANSWER))
                .isEqualTo("Line 3, column 29: No such answer.");
    }

    @Test
    void a_figure_may_go_on_in_the_next_line_of_a_list() {
        assertThat(only("- Of them {{percent\n  priority/fame}} want more.").sentence(NO_ANSWER))
                .isEqualTo("Line 2, column 12: No such answer.");
    }

    @Test
    void what_is_missing_is_missing_at_the_end_of_the_token() {
        assertThat(only("{{recent}}").sentence(new FigureProblem(FigureToken.Part.ROLE, "No role.")))
                .isEqualTo("Line 1, column 9: No role.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{percnt a/b}}             | Line 1, column 3: There is no figure called “percnt”; did you mean percent?
            so {{percent a/b off c}}   | Line 1, column 18: “off” does not belong there
            {{percent a/b              | Line 1, column 1: A figure is opened with {{ but not closed with }}
            """)
    void a_malformed_figure_is_placed_at_the_word_that_is_wrong(String text, String message) {
        assertThat(Markdown.parse(text).problems("/body")).singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith(message));
    }

    private static FigureUse only(String text) {
        assertThat(Markdown.parse(text).figures("/body")).hasSize(1)
                .allSatisfy(use -> assertThat(use.pointer()).isEqualTo("/body"));
        return Markdown.parse(text).figures("/body").getFirst();
    }
}
