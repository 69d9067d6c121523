package io.guidepost.quiz.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.guidepost.quiz.NoQuizException;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.statistics.Statistics;
import io.guidepost.storage.TestMongo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IngestTest {

    private static final String GOOD = """
            {"id": "taker-0001", "at": "2026-02-20T08:00:00Z", "country": "DE", "background": "student", \
            "roles": ["ux-designer"], "answers": {"priority": "earn-more", "strength": ["lead-others"]}, \
            "quizVersion": 1}""";

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private Statistics statistics;

    @BeforeEach
    void start() {
        statistics = Statistics.withQuiz(mongo.database());
    }

    @Test
    void a_response_sent_again_counts_once() {
        IngestReport first = statistics.lines(GOOD, "", GOOD, GOOD.replace("taker-0001", "taker-0002"), "");
        IngestReport again = statistics.lines(GOOD);

        assertThat(first).isEqualTo(new IngestReport(3, 2, 1, 0, List.of()));
        assertThat(again).isEqualTo(new IngestReport(1, 0, 1, 0, List.of()));
        assertThat(statistics.responsesStored()).isEqualTo(2);
    }

    @Test
    void more_than_a_batch_is_stored_whole_with_duplicates_in_every_batch() {
        String[] lines = IntStream.range(0, 2500)
                .mapToObj(index -> GOOD.replace("taker-0001", "taker-%04d".formatted(index % 2400)))
                .toArray(String[]::new);

        IngestReport report = statistics.lines(lines);

        assertThat(report).isEqualTo(new IngestReport(2500, 2400, 100, 0, List.of()));
        assertThat(statistics.responsesStored()).isEqualTo(2400);
    }

    @Test
    void bad_lines_are_reported_with_their_place_and_the_good_ones_stored() {
        IngestReport report = statistics.lines("not json", GOOD, GOOD.replace("\"DE\"", "\"XX\""), "[]",
                "{\"id\": \"" + "x".repeat(20_000) + "\"}", GOOD.replace("\"id\"", "\"id\": \"a\", \"id\""));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(5);
        assertThat(report.received()).isEqualTo(6);
        assertThat(report.problems())
                .extracting(ResponseProblem::line, ResponseProblem::pointer, ResponseProblem::code)
                .containsExactly(tuple(1, "", "malformed-json"), tuple(3, "/country", "unknown-key"),
                        tuple(4, "", "wrong-type"), tuple(5, "", "too-long"), tuple(6, "", "malformed-json"));
    }

    @Test
    void a_hundred_problems_are_shown_and_all_are_counted() {
        IngestReport report = statistics.lines("x\n".repeat(150));

        assertThat(report.rejected()).isEqualTo(150);
        assertThat(report.problems()).hasSize(100);
    }

    @Test
    void a_time_too_far_back_to_be_stored_costs_no_other_response() {
        IngestReport report = statistics.lines(GOOD, GOOD.replace("2026", "-999999999"));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.problems()).extracting(ResponseProblem::line, ResponseProblem::code)
                .containsExactly(tuple(2, "too-old"));
    }

    @Test
    void a_response_that_is_all_wrong_is_refused_with_twenty_problems() {
        String roles = IntStream.range(0, 50).mapToObj("\"none-%d\""::formatted).collect(Collectors.joining(","));

        IngestReport report = statistics.lines(GOOD.replace("\"ux-designer\"", roles), "nonsense");

        assertThat(report.problems()).hasSize(21).last().extracting(ResponseProblem::line).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {3} at {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id": "taker-0001"      | "id": "short"                    | /id                   | unknown-key
            "id": "taker-0001"      | "id": "taker me@home.example"    | /id                   | unknown-key
            "id": "taker-0001",     | ``                               | /id                   | required
            "id": "taker-0001"      | "id": 12345678                   | /id                   | wrong-type
            2026-02-20T08:00:00Z    | yesterday                        | /at                   | malformed
            2026-02-20T08:00:00Z    | ``                               | /at                   | malformed
            "2026-02-20T08:00:00Z"  | null                             | /at                   | wrong-type
            2026-02-20T08:00:00Z    | 2026-03-20T08:00:00Z             | /at                   | in-future
            2026-02-20T08:00:00Z    | 1999-12-31T23:59:59Z             | /at                   | too-old
            2026-02-20T08:00:00Z    | -999999999-01-01T00:00:00Z       | /at                   | too-old
            "DE"                    | "de"                             | /country              | unknown-key
            "student"               | "astronaut"                      | /background           | unknown-key
            ["ux-designer"]         | "ux-designer"                    | /roles                | wrong-type
            ["ux-designer"]         | ["ux-designer", "astronaut"]     | /roles/1              | unknown-key
            ["ux-designer"]         | ["ux-designer", "ux-designer"]   | /roles/1              | duplicate
            "earn-more"             | "I want to be rich"              | /answers/priority     | unknown-key
            "earn-more"             | []                               | /answers/priority     | required
            "earn-more"             | ["earn-more", "stable-job"]      | /answers/priority     | too-many-answers
            "earn-more"             | {"a": 1, "b": 2}                 | /answers/priority     | wrong-type
            "earn-more"             | null                             | /answers/priority     | wrong-type
            "priority":             | "shoe-size":                     | /answers/shoe-size    | unknown-key
            ["lead-others"]         | ["lead-others", "hello"]         | /answers/strength/1   | unknown-key
            "quizVersion": 1        | "quizVersion": 2                 | /quizVersion          | unknown-key
            "quizVersion": 1        | "quizVersion": 0                 | /quizVersion          | unknown-key
            "quizVersion": 1        | "quizVersion": 1e999             | /quizVersion          | unknown-key
            , "quizVersion": 1      | ``                               | /quizVersion          | required
            "quizVersion": 1        | "quizVersion": 1, "e/mail": "x"  | /e~1mail              | unknown-field
            """)
    void a_response_that_does_not_fit_is_refused(String good, String bad, String pointer, String code) {
        String line = GOOD.replace(good, bad);
        assertThat(line).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> statistics.ingest.one(JsonMapper.shared().readTree(line)))
                .isInstanceOfSatisfying(InvalidResponseException.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(ResponseProblem::pointer, ResponseProblem::code)
                                .containsExactly(tuple(pointer, code)));
        assertThat(statistics.responsesStored()).isZero();
    }

    @Test
    void keys_that_the_quiz_does_not_have_are_not_taken_for_the_same() {
        IngestReport report = statistics.lines(
                GOOD.replace("\"ux-designer\"", "\"astronaut\", \"pilot\"").replace("[\"lead-others\"]", "[1, 2]"));

        assertThat(report.problems()).extracting(ResponseProblem::pointer, ResponseProblem::code).containsExactly(
                tuple("/roles/0", "unknown-key"), tuple("/roles/1", "unknown-key"),
                tuple("/answers/strength/0", "wrong-type"), tuple("/answers/strength/1", "wrong-type"));
    }

    @Test
    void several_answers_are_taken_where_the_question_takes_several() {
        IngestReport report = statistics.lines(
                GOOD.replace("[\"lead-others\"]", "[\"lead-others\", \"start-projects\"]"),
                GOOD.replace("taker-0001", "taker-0002").replace("\"earn-more\"", "[\"earn-more\"]"));

        assertThat(report.stored()).isEqualTo(2);
    }

    @Test
    void a_response_is_held_against_the_version_of_the_quiz_that_was_taken() {
        Quiz first = statistics.quizzes.current();
        Quiz.Question priority = first.questions().getFirst();
        List<Quiz.Answer> answers = new ArrayList<>(priority.answers());
        answers.replaceAll(answer -> answer.key().equals("earn-more")
                ? new Quiz.Answer(answer.key(), answer.label(), true)
                : answer);
        answers.add(new Quiz.Answer("four-day-week", "A week of four days", false));
        List<Quiz.Question> questions = new ArrayList<>(first.questions());
        questions.set(0, new Quiz.Question(priority.key(), priority.text(), priority.heading(), priority.lead(),
                priority.highlight(), true, answers));
        statistics.quizzes.store(new Quiz(2, first.backgrounds(), first.roles(), questions));
        String second = GOOD.replace("quizVersion\": 1", "quizVersion\": 2").replace("taker-0001", "taker-0002");

        IngestReport report = statistics.lines(GOOD, second, second.replace("earn-more", "four-day-week"),
                GOOD.replace("earn-more", "four-day-week"), second.replace("\"earn-more\"",
                        "[\"stable-job\", \"earn-more\"]"),
                GOOD.replace("\"earn-more\"", "[\"stable-job\", \"earn-more\"]"));

        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.problems()).extracting(ResponseProblem::line, ResponseProblem::pointer,
                ResponseProblem::code).containsExactly(tuple(2, "/answers/priority", "retired-answer"),
                        tuple(4, "/answers/priority", "unknown-key"),
                        tuple(5, "/answers/priority/1", "retired-answer"),
                        tuple(6, "/answers/priority", "too-many-answers"));
    }

    @Test
    void what_came_before_the_lines_broke_off_is_taken_and_told() {
        String lines = IntStream.range(0, 1500).mapToObj(index -> GOOD.replace("taker-0001", "taker-%04d".formatted(
                index))).collect(Collectors.joining("\n", "", "\nnonsense\n" + GOOD.substring(0, 40)));
        InputStream source = new SequenceInputStream(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new InputStream() {

                    @Override
                    public int read() throws IOException {
                        throw new IOException("The client is gone");
                    }
                });

        assertThatThrownBy(() -> statistics.ingest.lines(source)).isInstanceOfSatisfying(BrokenOffException.class,
                failure -> assertThat(failure.report()).extracting(IngestReport::received, IngestReport::stored,
                        IngestReport::rejected).containsExactly(1501, 1500, 1));
        assertThat(statistics.responsesStored()).isEqualTo(1500);
    }

    @Test
    void very_long_lines_are_stored_in_batches_that_fit() {
        List<Quiz.Role> roles = IntStream.range(0, 1000).mapToObj(index -> new Quiz.Role("role-%03d".formatted(index),
                "role")).collect(Collectors.toCollection(ArrayList::new));
        Quiz first = statistics.quizzes.current();
        roles.addAll(first.roles());
        statistics.quizzes.store(new Quiz(2, first.backgrounds(), roles, first.questions()));
        String all = roles.stream().map(Quiz.Role::key).collect(Collectors.joining("\",\"", "\"", "\""));
        String line = GOOD.replace("\"ux-designer\"", all).replace("quizVersion\": 1", "quizVersion\": 2");

        IngestReport report = statistics.lines(IntStream.range(0, 1000).mapToObj(index -> line.replace("taker-0001",
                "taker-%04d".formatted(index))).toArray(String[]::new));

        assertThat(report).isEqualTo(new IngestReport(1000, 1000, 0, 0, List.of()));
    }

    @Test
    void a_line_that_is_too_long_is_told_though_it_begins_with_blanks() {
        IngestReport report = statistics.lines(" ".repeat(16 * 1024) + GOOD, " ".repeat(1024), GOOD);

        assertThat(report.received()).isEqualTo(2);
        assertThat(report.problems()).extracting(ResponseProblem::line, ResponseProblem::code)
                .containsExactly(tuple(1, "too-long"));
    }

    @Test
    void nothing_is_taken_in_before_there_is_a_quiz() {
        mongo.database().getCollection("quizzes").drop();
        Statistics empty = new Statistics(mongo.database());

        assertThatThrownBy(() -> empty.lines(GOOD)).isInstanceOf(NoQuizException.class);
    }

    @Test
    void a_correction_must_fit_the_quiz_and_be_of_the_same_id() {
        statistics.lines(GOOD);

        assertThat(statistics.ingest.correct("taker-0001", json(GOOD.replace("DE", "FR")))).isTrue();
        assertThat(statistics.ingest.correct("taker-0001", json(GOOD.replace("DE", "FR")))).isFalse();
        assertThatThrownBy(() -> statistics.ingest.correct("taker-0002", json(GOOD))).isInstanceOfSatisfying(
                InvalidResponseException.class, refusal -> assertThat(refusal.problems()).extracting(
                        ResponseProblem::code).containsExactly("other-id"));
        assertThatThrownBy(() -> statistics.ingest.correct("taker-0001", json(GOOD.replace("DE", "XX"))))
                .isInstanceOf(InvalidResponseException.class);
        assertThatThrownBy(() -> statistics.ingest.correct("taker-0003", json(GOOD.replace("0001", "0003"))))
                .isInstanceOf(UnknownResponseException.class);
    }

    @Test
    void what_fails_while_it_is_stored_is_told_and_sent_again_counts_once() {
        Statistics broken = new Statistics(mongo.database());
        Ingest ingest = new Ingest(broken.quizzes, new FailingResponses(broken.responses), broken.clock);
        String lines = String.join("\n", IntStream.range(0, 2500).mapToObj(index -> GOOD.replace("taker-0001",
                "taker-%04d".formatted(index))).toList());

        assertThatThrownBy(() -> ingest.lines(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))))
                .hasMessage("The storage is away");

        assertThat(statistics.lines(lines)).isEqualTo(new IngestReport(2500, 1500, 1000, 0, List.of()));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** Stores one batch and fails at the next. */
    private static final class FailingResponses implements Responses {

        private final Responses real;
        private int batches;

        FailingResponses(Responses real) {
            this.real = real;
        }

        @Override
        public Added add(List<Response> batch) {
            if (++batches > 1) {
                throw new IllegalStateException("The storage is away");
            }
            return real.add(batch);
        }

        @Override
        public boolean correct(Response response) {
            return real.correct(response);
        }

        @Override
        public boolean erase(String id) {
            return real.erase(id);
        }

        @Override
        public long newest() {
            return real.newest();
        }

        @Override
        public void changes(long after, long upTo, Consumer<Response> added, Consumer<Response> removed) {
            real.changes(after, upTo, added, removed);
        }

        @Override
        public void all(long upTo, Consumer<Response> reader) {
            real.all(upTo, reader);
        }

        @Override
        public void forget(long upTo) {
            real.forget(upTo);
        }
    }
}
