package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.answer.Answer;
import io.guidepost.delivery.answer.AnswerFormat;
import io.guidepost.delivery.answer.AnswerKey;
import io.guidepost.delivery.answer.KeptAnswers;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.reading.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeptAnswersTest extends DeliveryTest {

    private static final int READERS = 16;

    @Autowired
    private KeptAnswers answers;
    @Autowired
    private Editions editions;
    @Autowired
    private Readings readings;

    @Test
    void what_many_ask_for_at_once_is_run_once() throws Exception {
        AnswerKey key = new AnswerKey("asked by many", true, null, AnswerFormat.JSON);
        CountDownLatch asked = new CountDownLatch(READERS);
        AtomicInteger runs = new AtomicInteger();
        List<Future<Optional<Answer>>> given = new ArrayList<>();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < READERS; i++) {
                given.add(readers.submit(() -> {
                    asked.countDown();
                    return answers.answer(key, () -> {
                        runs.incrementAndGet();
                        await(asked);
                        return Optional.of(answer());
                    });
                }));
            }
        }

        assertThat(runs).hasValue(1);
        Answer first = given.getFirst().get().orElseThrow();
        for (Future<Optional<Answer>> each : given) {
            assertThat(each.get()).containsSame(first);
        }
    }

    @Test
    void an_error_is_nobody_else_s_and_is_not_kept() {
        AnswerKey key = new AnswerKey("fails at first", true, null, AnswerFormat.JSON);

        assertThat(answers.answer(key, Optional::empty)).isEmpty();
        assertThat(answers.answer(key, () -> Optional.of(answer()))).isPresent();
    }

    private Answer answer() {
        return new Answer(new byte[]{'{', '}'}, AnswerFormat.JSON, null, readings.of(editions.newest()),
                readings.generation());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
