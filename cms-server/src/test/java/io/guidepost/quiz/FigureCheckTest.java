package io.guidepost.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.FigureProblem;
import io.guidepost.content.FigureToken;
import io.guidepost.quiz.statistics.Statistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureCheckTest {

    private static final Quiz QUIZ = Statistics.quiz();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            respondents                                    | ai-specialist
            percent priority/earn-more of student          | ai-specialist
            range priority/earn-more of student            | ai-specialist
            rank priority/earn-more of student             | ai-specialist
            answer free-time/8                             | ai-specialist
            site.countries                                 | none
            recent for researcher                          | none
            """)
    void the_quiz_knows_which_figures_there_are(String token, String documentRole) {
        assertThat(QUIZ.problem(FigureToken.parse(token), documentRole)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            recent                             | none          | ROLE       | The document has no quiz role; name one: “recent for <role>”.
            recent                             | astronaut     | KIND       | This is a figure of the document's own quiz role. The quiz has no role “astronaut”; its roles are ai-specialist, data-analyst, researcher, cybersecurity-analyst, ux-designer, product-manager.
            respondents for ai-specialst       | ai-specialist | ROLE       | The quiz has no role “ai-specialst”; did you mean ai-specialist?
            respondents of studnt              | ai-specialist | BACKGROUND | The quiz has no background “studnt”; did you mean student?
            respondents of studnt for pilot    | ai-specialist | BACKGROUND | The quiz has no background “studnt”; did you mean student?
            percent shoe-size/large            | ai-specialist | QUESTION   | The quiz has no question “shoe-size”; its questions are priority, strength, free-time, interest.
            percent prioriy/earn-more          | ai-specialist | QUESTION   | The quiz has no question “prioriy”; did you mean priority?
            answer prioriy/1                   | ai-specialist | QUESTION   | The quiz has no question “prioriy”; did you mean priority?
            percent priority/earn-mor of pilot | ai-specialist | ANSWER     | The question “priority” has no answer “earn-mor”; did you mean earn-more?
            count priority/earn-mor            | ai-specialist | ANSWER     | The question “priority” has no answer “earn-mor”; did you mean earn-more?
            range priority/earn-mor            | ai-specialist | ANSWER     | The question “priority” has no answer “earn-mor”; did you mean earn-more?
            rank priority/earn-mor             | ai-specialist | ANSWER     | The question “priority” has no answer “earn-mor”; did you mean earn-more?
            answer free-time/9                 | ai-specialist | ANSWER     | The question “free-time” has 8 answers only.
            """)
    void what_is_wrong_with_a_figure_is_told_with_what_was_meant(String token, String documentRole,
            FigureToken.Part part, String message) {
        assertThat(QUIZ.problem(FigureToken.parse(token), documentRole))
                .contains(new FigureProblem(part, message));
    }

    @Test
    void of_many_keys_the_first_ten_are_listed() {
        assertThat(ofRoles(12).problem(FigureToken.parse("recent for pilot"), null)).contains(new FigureProblem(
                FigureToken.Part.ROLE,
                "The quiz has no role “pilot”; its roles are career-1, career-2, career-3, career-4, career-5, career-6, "
                        + "career-7, career-8, career-9, career-10 and 2 more."));
        assertThat(ofRoles(10).problem(FigureToken.parse("recent for pilot"), null)).hasValueSatisfying(
                problem -> assertThat(problem.message()).endsWith(", career-9, career-10."));
    }

    private static Quiz ofRoles(int count) {
        return new Quiz(1, QUIZ.backgrounds(), IntStream.rangeClosed(1, count).mapToObj(number -> new Quiz.Role(
                "career-" + number, "career " + number)).toList(), QUIZ.questions());
    }
}
