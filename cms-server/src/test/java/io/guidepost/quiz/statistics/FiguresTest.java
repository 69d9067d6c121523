package io.guidepost.quiz.statistics;

import static io.guidepost.quiz.statistics.Statistics.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Provenance;
import io.guidepost.seeding.SampleResponses;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private static final Provenance AI = new Provenance(1, 1, "for ai-specialist");

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Test
    void figures_read_as_in_the_guide() {
        Snapshot snapshot = sample();

        assertThat(resolve(snapshot, "respondents"))
                .isEqualTo(new Figure("respondents", "101", 101.0, 101, NOW, false, null, AI));
        assertThat(resolve(snapshot, "respondents floor 50"))
                .isEqualTo(new Figure("respondents floor 50", "100", 100.0, 101, NOW, false, null, AI));
        assertThat(resolve(snapshot, "recent").text()).isEqualTo("30");
        assertThat(resolve(snapshot, "percent priority/earn-more"))
                .isEqualTo(new Figure("percent priority/earn-more", "33%", 3300.0 / 101, 101, NOW, false,
                        Wilson.interval(33, 101), AI));
        assertThat(resolve(snapshot, "count strength/connect-ideas").text()).isEqualTo("27");
        assertThat(resolve(snapshot, "answer free-time/1"))
                .isEqualTo(new Figure("answer free-time/1", "Solving problems or puzzles", null, 101, NOW, false, null,
                        AI));
        assertThat(resolve(snapshot, "percent priority/flexible-remote of student").text()).isEqualTo("27%");
        assertThat(resolve(snapshot, "respondents of career-changer").text()).isEqualTo("40");
        assertThat(resolve(snapshot, "site.respondents").text()).isEqualTo("3,214");
        assertThat(resolve(snapshot, "site.respondents floor 1000").text()).isEqualTo("3,000");
        assertThat(resolve(snapshot, "site.countries floor 50").text()).isEqualTo("100");
        assertThat(resolve(snapshot, "site.countries"))
                .isEqualTo(new Figure("site.countries", "136", 136.0, 3214, NOW, false, null,
                        new Provenance(1, 1, "site")));
    }

    @Test
    void a_share_can_be_told_as_a_range_and_an_answer_by_its_rank() {
        Snapshot snapshot = sample();

        assertThat(resolve(snapshot, "range percent priority/earn-more"))
                .isEqualTo(new Figure("range priority/earn-more", "24–42%", null, 101, NOW, false,
                        Wilson.interval(33, 101), AI));
        assertThat(resolve(snapshot, "rank strength/connect-ideas of career-changer"))
                .isEqualTo(new Figure("rank strength/connect-ideas of career-changer", "2nd", 2.0, 40, NOW, false,
                        Wilson.interval(10, 40), new Provenance(1, 1, "of career-changer for ai-specialist")));
    }

    @Test
    void a_share_reads_the_same_in_a_text_and_in_a_table() {
        Snapshot snapshot = sample();

        assertThat(snapshot.role("ai-specialist").questions()).allSatisfy(question -> assertThat(question.answers())
                .allSatisfy(answer -> assertThat(
                        resolve(snapshot, "percent " + question.question() + "/" + answer.answer()).text())
                        .isEqualTo(answer.display())));
    }

    @Test
    void figures_read_as_is_the_custom_of_the_language_of_the_server() {
        Snapshot english = sample();
        Snapshot german = new Statistics(mongo.database(), "de").snapshots.get(english.number());

        assertThat(resolve(german, "site.respondents").text()).isEqualTo("3.214");
        assertThat(resolve(german, "percent priority/earn-more").text()).isEqualTo("33\u00a0%");
        assertThat(resolve(german, "range priority/earn-more").text()).isEqualTo("24–42\u00a0%");
    }

    @Test
    void a_figure_tells_the_snapshot_that_counted_it_and_not_the_newest() {
        Statistics statistics = Statistics.withQuiz(mongo.database());
        statistics.takers(6, "taker-", "student", "earn-more", NOW.minus(Duration.ofDays(100)));
        statistics.snapshots.take();
        statistics.clock.advance(Duration.ofHours(1));

        Snapshot newest = statistics.snapshots.take();

        assertThat(newest.resolve(FigureToken.parse("respondents"), "ux-designer").provenance())
                .isEqualTo(new Provenance(1, 1, "for ux-designer"));
        assertThat(newest.resolve(FigureToken.parse("site.respondents"), "ux-designer").provenance())
                .isEqualTo(new Provenance(2, 1, "site"));
    }

    @Test
    void a_token_may_name_another_role() {
        Snapshot snapshot = sample();

        assertThat(resolve(snapshot, "respondents for researcher").value())
                .isEqualTo((double) snapshot.role("researcher").respondents());
        assertThat(snapshot.resolve(FigureToken.parse("respondents for ai-specialist"), null).text()).isEqualTo("101");
    }

    @ParameterizedTest
    @CsvSource({"respondents of freelancer, of freelancer for ai-specialist",
        "percent priority/earn-more of freelancer, of freelancer for ai-specialist",
        "range priority/earn-more of freelancer, of freelancer for ai-specialist",
        "rank priority/earn-more of freelancer, of freelancer for ai-specialist",
        "answer strength/1 of freelancer, of freelancer for ai-specialist",
        "respondents of job-seeker, of job-seeker for ai-specialist",
        "respondents of student for astronaut, of student for astronaut", "percent priority/fame, for ai-specialist"})
    void a_figure_that_the_snapshot_does_not_hold_says_so(String token, String filter) {
        Figure figure = resolve(sample(), token);

        assertThat(figure.text()).isEqualTo("too few answers to show");
        assertThat(figure).isEqualTo(Figure.suppressed(token, NOW, figure.provenance()));
        assertThat(figure.provenance()).isEqualTo(new Provenance(1, 1, filter));
    }

    @Test
    void before_the_first_snapshot_every_figure_is_suppressed() {
        Snapshot empty = Statistics.withQuiz(mongo.database()).snapshots.latest();

        assertThat(resolve(empty, "respondents").suppressed()).isTrue();
        assertThat(resolve(empty, "site.respondents").suppressed()).isTrue();
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
