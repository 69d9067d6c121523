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
        "range priority/earn-more", "range priority/earn-more of student for ux", "rank priority/earn-more",
        "rank priority/earn-more of student for ux",
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

    @Test
    void a_range_is_that_of_a_share_whether_it_says_so_or_not() {
        assertThat(FigureToken.parse("range percent priority/earn-more of student"))
                .isEqualTo(FigureToken.parse("range priority/earn-more of student"));
    }

    @ParameterizedTest
    @CsvSource({"KIND, 1", "QUESTION, 7", "ANSWER, 16", "BACKGROUND, 31", "ROLE, 44", "FLOOR, 56"})
    void the_parts_of_a_token_are_found_where_they_were_written(FigureToken.Part part, int position) {
        assertThat(FigureToken.position(" count priority/earn-more  of  student\n for ux  floor   10", part))
                .isEqualTo(position);
    }

    @Test
    void a_part_that_a_token_lacks_is_missing_at_its_end() {
        assertThat(FigureToken.position("recent floor 5", FigureToken.Part.ROLE)).isEqualTo(14);
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
            percent Priority/earn-more          | 8  | did you mean priority?
            percent priority/Earn_more          | 17 | did you mean earn-more?
            rnk priority/earn-more              | 0  | did you mean rank?
            range                               | 5  | needs a question and an answer, as in range priority/earn-more.
            range percent                       | 13 | needs a question and an answer
            range count priority/earn-more      | 6  | needs a question and an answer
            rank priority/1/2                   | 14 | no key
            rank priority/earn-more floor 5     | 24 | does not belong there
            weather                             | 0  | figures are respondents, recent, percent, range, rank, count
            answer strength                     | 7  | a rank
            answer strength/first               | 16 | whole number
            answer strength/0                   | 16 | whole number
            respondents of                      | 14 | missing after “of”
            respondents of Career changers      | 15 | no key
            respondents floor 1,000             | 18 | did you mean 1000?
            respondents off student             | 12 | did you mean of?
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
