package io.guidepost.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.guidepost.quiz.statistics.Statistics;
import io.guidepost.security.Actor;
import io.guidepost.security.ForbiddenException;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.storage.TestMongo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class QuizzesTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Test
    void a_quiz_is_stored_and_read_as_it_was_and_storing_it_again_does_nothing() {
        Quizzes quizzes = new Statistics(mongo.database()).quizzes;
        Quiz quiz = Statistics.quiz();

        assertThat(quizzes.latest()).isEmpty();
        assertThat(quizzes.store(quiz)).isTrue();
        assertThat(quizzes.store(quiz)).isFalse();
        assertThat(quizzes.latest()).contains(quiz);
        assertThat(quizzes.version(1)).contains(quiz);
        assertThat(quizzes.version(2)).isEmpty();
    }

    @Test
    void a_later_version_may_reword_and_may_not_drop() {
        Quizzes quizzes = new Statistics(mongo.database()).quizzes;
        Quiz quiz = Statistics.quiz();
        quizzes.store(quiz);
        Quiz reworded = new Quiz(2, List.of(new Quiz.Background("career-changer", "person changing career")),
                quiz.roles(), quiz.questions());

        assertThatThrownBy(() -> quizzes.store(reworded)).isInstanceOf(QuizConflictException.class)
                .hasMessageContaining("background/student");
        assertThatThrownBy(() -> quizzes.store(new Quiz(1, quiz.backgrounds(), quiz.roles().reversed(),
                quiz.questions()))).isInstanceOf(QuizConflictException.class)
                .hasMessageContaining("raise the version");
        assertThat(quizzes.store(new Quiz(2, quiz.backgrounds(), quiz.roles().reversed(), quiz.questions()))).isTrue();
        assertThatThrownBy(() -> quizzes.store(quiz)).isInstanceOf(QuizConflictException.class)
                .hasMessageContaining("older");
    }

    @Test
    void the_newest_is_read_once_and_one_stored_elsewhere_is_seen_within_a_second() {
        AtomicInteger reads = new AtomicInteger();
        try (MongoClient client = mongo.observed(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                reads.incrementAndGet();
            }
        })) {
            Statistics here = new Statistics(client.getDatabase(mongo.database().getName()));
            Quiz quiz = Statistics.quiz();
            here.quizzes.store(quiz);
            reads.set(0);

            assertThat(here.quizzes.latest()).contains(quiz);
            assertThat(here.quizzes.latest()).contains(quiz);
            assertThat(reads).hasValue(0);

            Quiz next = new Quiz(2, quiz.backgrounds(), quiz.roles().reversed(), quiz.questions());
            new Statistics(mongo.database()).quizzes.store(next);
            here.clock.advance(Duration.ofSeconds(1));

            assertThat(here.quizzes.latest()).contains(next);
        }
    }

    @Test
    void a_publisher_may_store_a_quiz_and_one_who_only_brings_in_responses_may_not() {
        QuizController controller = new QuizController(new Statistics(mongo.database()).quizzes);
        JsonNode definition = QuizReader.toJson(Statistics.quiz());

        assertThatThrownBy(() -> controller.store(actor(Permission.INGEST, Permission.READ), definition))
                .isInstanceOf(ForbiddenException.class);
        assertThat(controller.store(actor(Permission.RELEASE), definition)).isEqualTo(Statistics.quiz());
        assertThat(controller.store(actor(Permission.ADMINISTER), definition)).isEqualTo(Statistics.quiz());
    }

    @Test
    void a_malformed_definition_is_refused_with_a_reason() throws IOException {
        String seed = new String(Statistics.seed("quiz.yaml").readAllBytes(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read("version: 1\nbackgrounds: [{key: Career Changer, label: x}]"))
                .isInstanceOf(InvalidQuizException.class)
                .hasMessageContaining("lower-case");
        assertThatThrownBy(() -> read(seed + "colour: red\n")).isInstanceOf(InvalidQuizException.class)
                .hasMessageContaining("/colour");
        assertThatThrownBy(() -> read("version: 1")).isInstanceOf(InvalidQuizException.class);
        assertThatThrownBy(() -> read("{")).isInstanceOf(InvalidQuizException.class);
    }

    @Test
    void a_question_takes_one_answer_and_an_answer_is_open_where_the_definition_does_not_say_otherwise() {
        Quiz quiz = read("""
                version: 1
                backgrounds: [{key: student, label: student}]
                roles: [{key: pilot, label: pilot}]
                questions:
                  - {key: one, text: One?, heading: One, lead: say, highlight: false, answers: [{key: a, label: A}]}
                  - {key: more, text: More?, heading: More, lead: say, highlight: false, multiple: true,
                     answers: [{key: a, label: A, retired: true}, {key: b, label: B, retired: false}]}
                """);

        assertThat(quiz.questions()).extracting(Quiz.Question::multiple).containsExactly(false, true);
        assertThat(quiz.questions().getFirst().answers()).containsExactly(new Quiz.Answer("a", "A", false));
        assertThat(quiz.questions().getLast().answers()).extracting(Quiz.Answer::retired).containsExactly(true, false);
        assertThat(QuizReader.json(QuizReader.toJson(quiz))).isEqualTo(quiz);
        assertThatThrownBy(() -> read("version: 1\nquestions: [{multiple: several}]")).isInstanceOf(
                InvalidQuizException.class).hasMessageContaining("/questions/0/multiple");
    }

    private static Actor actor(Permission... permissions) {
        return new Actor(new PersonId("ada"), "Ada", Set.of(Role.ADMIN), Set.of(permissions));
    }

    private static Quiz read(String yaml) {
        return QuizReader.yaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
