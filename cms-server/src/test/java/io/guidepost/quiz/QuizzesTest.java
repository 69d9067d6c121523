package io.guidepost.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.storage.TestMongo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuizzesTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Test
    void a_quiz_is_stored_and_read_as_it_was_and_storing_it_again_does_nothing() {
        Quizzes quizzes = new MongoQuizzes(mongo.database());
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
        Quizzes quizzes = new MongoQuizzes(mongo.database());
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

    private static Quiz read(String yaml) {
        return QuizReader.yaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
