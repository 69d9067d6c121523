package io.guidepost.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"respondents", "respondents of career-changer for ai-specialist floor 100", "recent",
        "recent for data-analyst floor 10",
        "percent priority/earn-more", "percent priority/earn-more of career-changer for ai-specialist",
        "count priority/earn-more of student for ux floor 5", "answer strength/1", "answer strength/3 of student",
        "site.respondents floor 1000",
        "site.countries"})
    void a_token_in_its_standard_form_reads_as_itself(String token) {
        assertThat(FigureToken.parse(token).text()).isEqualTo(token);
    }

    @Test
    void white_space_makes_no_difference() {
        assertThat(FigureToken.parse("  percent\n priority/earn-more   of  student "))
                .isEqualTo(FigureToken.parse("percent priority/earn-more of student"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | 0  | needs a name
            percnt priority/earn-more           | 0  | did you mean percent?
            percent                             | 7  | needs a question and an answer
            percent priority                    | 8  | needs a question and an answer
            percent /earn-more                  | 8  | needs a question and an answer
            percent priority/                   | 17 | no key
            percent priority/a/b                | 17 | no key
            percent Priority/earn-more          | 8  | no key
            answer strength                     | 7  | a rank
            answer strength/first               | 16 | whole number
            answer strength/0                   | 16 | whole number
            respondents of                      | 14 | missing after “of”
            respondents of Career changers      | 15 | no key
            respondents floor many              | 18 | whole number
            respondents floor 99999999999       | 18 | whole number
            respondents for ux of student       | 19 | in this order
            percent priority/earn-more floor 10 | 27 | does not belong there
            recent of student                   | 7  | does not belong there
            site.respondents for ux             | 17 | does not belong there
            respondents respondents             | 12 | does not belong there
            """)
    void a_malformed_token_is_refused_with_its_place_and_reason(String token, int position, String reason) {
        assertThatThrownBy(() -> FigureToken.parse(token)).isInstanceOfSatisfying(MalformedTokenException.class,
                malformed -> {
                    assertThat(malformed.message()).contains(reason);
                    assertThat(malformed.position()).isEqualTo(position);
                });
    }
}
