package io.guidepost.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.FigureToken;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassagesTest {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{(.*?)}}");

    /** The passages of texts with figures as they are written. */
    private static List<String> passages(String... written) {
        return Passages.of(List.of(written).stream()
                .map(text -> TOKEN.matcher(text).replaceAll(token -> Gaps.mark(FigureToken.parse(token.group(1)))))
                .toList());
    }

    @Test
    void a_passage_ends_with_its_paragraph() {
        assertThat(passages("Bakers rise early\nThey sleep at noon.\n\nNobody minds.", "Another text"))
                .containsExactly("Bakers rise early", "They sleep at noon.", "Nobody minds.", "Another text");
        assertThat(passages("One line\u2028another\u2029and a third\u0085and more\r\nthe last"))
                .containsExactly("One line", "another", "and a third", "and more", "the last");
        assertThat(passages("", " \n ")).isEmpty();
    }

    @Test
    void short_sentences_of_a_paragraph_are_shown_together_and_long_ones_alone() {
        String longer = "The ones who stay " + "rise early and ".repeat(12) + "sleep at noon.";

        assertThat(passages("Shifts are long. Nobody minds. " + longer + " They are paid."))
                .containsExactly("Shifts are long. Nobody minds.", longer, "They are paid.");
    }

    @Test
    void sentences_are_shown_together_up_to_160_characters() {
        String sentence = "Nineteen letters it.";

        assertThat(passages((sentence + " ").repeat(8))).containsExactly((sentence + " ").repeat(7).strip(), sentence);
    }

    @Test
    void an_abbreviation_does_not_end_a_sentence() {
        String filling = "a survey of many pages that is read by all who want to know what is paid and where it is paid, and by whom it is asked for";

        assertThat(passages("This is what the U.S. Bureau has found in " + filling + "."))
                .containsExactly("This is what the U.S. Bureau has found in " + filling + ".");
        assertThat(passages("Write to Dr. Brown about " + filling + " and more.")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In our quiz, {{percent a/b}} of all want to earn more. | In our quiz, … of all want to earn more.
            {{percent a/b}} want above all to earn more            | … want above all to earn more
            Among the students who answered it is {{percent a/b}}. | Among the students who answered it is …
            It is drawn from answers of {{respondents}}+ people who look at the same move, and it shows the shortest way in. | It is drawn from answers of … people who look at the same move, and it shows the shortest way in.
            Those who change ({{percent a/b}}) want to earn more.  | Those who change want to earn more.
            Those who change (n = {{respondents}}) and who say so ({{percent a/b}} of all) want to earn more than they do. | Those who change and who say so (… of all) want to earn more than they do.
            The strength named most often is "{{answer a/1}}".     | The strength named most often is …
            The three shares for students are {{percent a/b}}, {{percent a/c}} and {{percent a/d}} then. | The three shares for students are … then.
            Between {{percent a/b}}–{{percent a/c}} of the takers. | Between … of the takers.
            About ~{{percent a/b}} % of the takers say that.       | About … of the takers say that.
            They choose {{percent a/b}}, not more, of all these.   | They choose …, not more, of all these.
            """)
    void a_sentence_goes_on_where_a_figure_was(String written, String shown) {
        assertThat(passages(written)).containsExactly(shown);
    }

    @Test
    void a_sentence_may_begin_with_a_figure() {
        String filling = "because there is nothing that they want more than to see how all the things that they have made are used by somebody";

        assertThat(passages("Not all of them move " + filling + ". {{percent a/b}} of them do " + filling + "."))
                .containsExactly("Not all of them move " + filling + ".", "… of them do " + filling + ".");
        assertThat(passages("Of those who are employed it is {{percent a/b}}. The others never say so."))
                .containsExactly("Of those who are employed it is …. The others never say so.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Based on answers of {{respondents}}+ quiz takers who explore a move into nursing",
        "{{recent}} people chose this path in the last 30 days",
        "Trusted by {{site.respondents floor 1000}}+ takers across {{site.countries}} countries",
        "n = {{respondents}}", "(N = 412)", "{{percent a/b}}", "{{percent a/b}} agree."})
    void what_is_little_but_a_figure_is_left_out(String written) {
        assertThat(passages(written, "Nurses care.")).containsExactly("Nurses care.");
    }

    @Test
    void a_sentence_that_is_little_but_a_figure_is_left_out_of_its_paragraph() {
        assertThat(passages("Nurses care. n = {{percent a/b}}. Patients know.")).containsExactly(
                "Nurses care. Patients know.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R", "C++", "5G", "3D design", "Plan A", "50,000", "NLP"})
    void what_is_short_without_a_figure_stays(String written) {
        assertThat(passages(written)).containsExactly(written);
    }
}
