package io.guidepost.quiz.statistics;

import static io.guidepost.quiz.statistics.Statistics.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.guidepost.quiz.response.IngestReport;
import io.guidepost.quiz.response.Response;
import io.guidepost.seeding.SampleResponses;
import io.guidepost.storage.TestMongo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The figures of the sample as they come out of the database. */
class SampleStatisticsTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private Statistics statistics;
    private Snapshot snapshot;

    @BeforeEach
    void importSample() {
        statistics = Statistics.withQuiz(mongo.database());
        List<Response> sample = SampleResponses.read(Statistics.quiz(), Statistics.seed("sample.yaml"))
                .leadingUpTo(NOW);
        assertThat(statistics.ingest.all(sample)).isEqualTo(new IngestReport(3214, 3214, 0, 0, List.of()));
        assertThat(statistics.ingest.all(sample)).isEqualTo(new IngestReport(3214, 0, 3214, 0, List.of()));
        snapshot = statistics.snapshots.take();
    }

    @Test
    void the_site_counts_3214_takers_from_136_countries() {
        assertThat(snapshot.site()).isEqualTo(new SiteStatistics(3214, 136, false, NOW));
    }

    @Test
    void the_ai_specialist_has_the_figures_of_its_guide() {
        RoleStatistics role = snapshot.role("ai-specialist");

        assertThat(role.respondents()).isEqualTo(101);
        assertThat(role.recentRespondents()).isEqualTo(30);
        assertThat(shares(role.questions(), "priority")).startsWith("earn-more 33 33%",
                "flexible-remote 23 23%");
        assertThat(shares(role.questions(), "strength")).startsWith("start-projects 32 32%",
                "connect-ideas 27 27%");
        assertThat(shares(role.questions(), "free-time")).startsWith("solve-puzzles 32 32%");
        assertThat(shares(role.questions(), "interest")).startsWith("visible-progress 34 34%");
        assertThat(role.highlights()).extracting(highlight -> highlight.answer().answer())
                .containsExactly("earn-more", "start-projects", "solve-puzzles");
    }

    @Test
    void thirty_are_still_recent_when_the_snapshot_is_taken_hours_later() {
        statistics.clock.advance(Duration.ofHours(20));

        assertThat(statistics.snapshots.take().role("ai-specialist").recentRespondents()).isEqualTo(30);
    }

    @Test
    void the_few_freelancers_among_the_ai_specialists_are_hidden_and_the_job_seekers_with_them() {
        Map<String, String> sizes = new LinkedHashMap<>();
        snapshot.role("ai-specialist")
                .byBackground()
                .forEach(background -> sizes.put(background.background(),
                        background.suppressed() ? "suppressed" : String.valueOf(background.respondents())));

        assertThat(sizes).containsExactly(entry("career-changer", "40"), entry("student", "22"),
                entry("recent-graduate", "15"), entry("employed", "12"), entry("job-seeker", "suppressed"),
                entry("freelancer", "suppressed"));
    }

    @Test
    void the_forty_career_changers_have_their_whole_table() {
        List<QuestionStatistics> table = background("career-changer");

        assertThat(shares(table, "priority")).containsExactly("earn-more 14 35%",
                "flexible-remote 10 25%", "creative-projects 9 23%", "stable-job 2 5%",
                "learn-new-field 2 5%", "meaningful-work 2 5%", "own-business 1 3%");
        assertThat(shares(table, "strength")).startsWith("start-projects 14 35%",
                "connect-ideas 10 25%", "improve-existing 6 15%", "master-subject 5 13%");
        assertThat(shares(table, "free-time")).startsWith("solve-puzzles 16 40%",
                "build-things 8 20%", "organise-systems 5 13%", "explore-ideas 4 10%",
                "help-others 2 5%");
    }

    @Test
    void of_the_students_27_percent_want_flexible_work() {
        assertThat(shares(background("student"), "priority")).contains("flexible-remote 6 27%");
    }

    @Test
    void the_ai_specialists_have_countries_and_other_interests() {
        RoleStatistics role = snapshot.role("ai-specialist");

        assertThat(role.countryCount()).isPositive();
        assertThat(role.countries()).allSatisfy(country -> assertThat(country.respondents()).isGreaterThanOrEqualTo(5));
        assertThat(role.alsoExplored()).isNotEmpty().allSatisfy(other -> {
            assertThat(other.percent()).isEqualTo(100.0 * other.respondents() / 101);
            assertThat(snapshot.role(other.role()).alsoExplored())
                    .anySatisfy(back -> assertThat(back.role() + back.respondents())
                            .isEqualTo("ai-specialist" + other.respondents()));
        });
    }

    @Test
    void the_other_roles_have_between_60_and_400_takers() {
        assertThat(snapshot.roles().values()).hasSize(6)
                .allSatisfy(role -> assertThat(role.respondents()).isBetween(60, 400));
    }

    private List<QuestionStatistics> background(String key) {
        return snapshot.role("ai-specialist")
                .byBackground()
                .stream()
                .filter(background -> background.background().equals(key))
                .findFirst()
                .orElseThrow()
                .questions();
    }

    private static List<String> shares(List<QuestionStatistics> questions, String key) {
        return questions.stream()
                .filter(question -> question.question().equals(key))
                .flatMap(question -> question.answers().stream())
                .map(answer -> answer.answer() + " " + answer.count() + " " + answer.display())
                .toList();
    }
}
