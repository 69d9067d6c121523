package io.guidepost.quiz;

import static io.guidepost.quiz.Statistics.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import io.guidepost.seeding.SampleResponses;
import io.guidepost.storage.TestMongo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Test
    void figures_read_as_in_the_guide() {
        Snapshot snapshot = sample();

        assertThat(resolve(snapshot, "respondents"))
                .isEqualTo(new Figure("respondents", "101", 101.0, 101, NOW, false));
        assertThat(resolve(snapshot, "respondents floor 50"))
                .isEqualTo(new Figure("respondents floor 50", "100", 100.0, 101, NOW, false));
        assertThat(resolve(snapshot, "recent").text()).isEqualTo("30");
        assertThat(resolve(snapshot, "percent priority/earn-more"))
                .isEqualTo(new Figure("percent priority/earn-more", "33%", 3300.0 / 101, 101, NOW, false));
        assertThat(resolve(snapshot, "count strength/connect-ideas").text()).isEqualTo("27");
        assertThat(resolve(snapshot, "answer free-time/1"))
                .isEqualTo(new Figure("answer free-time/1", "Solving problems or puzzles", null, 101, NOW, false));
        assertThat(resolve(snapshot, "percent priority/flexible-remote of student").text()).isEqualTo("27%");
        assertThat(resolve(snapshot, "respondents of career-changer").text()).isEqualTo("40");
        assertThat(resolve(snapshot, "site.respondents").text()).isEqualTo("3,214");
        assertThat(resolve(snapshot, "site.respondents floor 1000").text()).isEqualTo("3,000");
        assertThat(resolve(snapshot, "site.countries"))
                .isEqualTo(new Figure("site.countries", "136", 136.0, 3214, NOW, false));
    }

    @Test
    void a_token_may_name_another_role() {
        Snapshot snapshot = sample();

        assertThat(resolve(snapshot, "respondents for researcher").value())
                .isEqualTo((double) snapshot.role("researcher").respondents());
        assertThat(snapshot.resolve(FigureToken.parse("respondents for ai-specialist"), null).text()).isEqualTo("101");
    }

    @ParameterizedTest
    @CsvSource({"respondents of freelancer", "percent priority/earn-more of freelancer",
        "answer strength/1 of freelancer", "respondents of job-seeker",
        "respondents for astronaut", "percent priority/fame"})
    void a_figure_that_the_snapshot_does_not_hold_says_so(String token) {
        Figure figure = resolve(sample(), token);

        assertThat(figure).isEqualTo(new Figure(token, "too few answers to show", null, null, NOW, true));
    }

    @Test
    void before_the_first_snapshot_every_figure_is_suppressed() {
        Snapshot empty = Statistics.withQuiz(mongo.database()).snapshots.latest();

        assertThat(resolve(empty, "respondents").suppressed()).isTrue();
        assertThat(resolve(empty, "site.respondents").suppressed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            respondents                                    | ai-specialist | none
            percent priority/earn-more of student          | ai-specialist | none
            answer free-time/8                             | ai-specialist | none
            site.countries                                 | none          | none
            recent for researcher                          | none          | none
            recent                                         | none          | no quiz role
            respondents for astronaut                      | ai-specialist | no role “astronaut”
            respondents of sailor                          | ai-specialist | no background “sailor”
            percent shoe-size/large                        | ai-specialist | no question “shoe-size”
            count priority/fame                            | ai-specialist | no answer “fame”
            answer free-time/9                             | ai-specialist | has 8 answers only
            """)
    void the_quiz_knows_which_figures_there_are(String token, String documentRole, String problem) {
        assertThat(Statistics.quiz().problem(FigureToken.parse(token), documentRole))
                .satisfies(found -> {
                    if (problem == null) {
                        assertThat(found).isEmpty();
                    } else {
                        assertThat(found).hasValueSatisfying(sentence -> assertThat(sentence).contains(problem));
                    }
                });
    }

    private Snapshot sample() {
        Statistics statistics = Statistics.withQuiz(mongo.database());
        statistics.ingest.all(SampleResponses.read(Statistics.quiz(), Statistics.seed("sample.yaml")).leadingUpTo(NOW));
        return statistics.snapshots.take();
    }

    private static Figure resolve(Snapshot snapshot, String token) {
        return snapshot.resolve(FigureToken.parse(token), "ai-specialist");
    }
}
