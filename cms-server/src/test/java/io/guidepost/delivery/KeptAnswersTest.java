package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.delivery.answer.Answer;
import io.guidepost.delivery.answer.AnswerFormat;
import io.guidepost.delivery.answer.AnswerKey;
import io.guidepost.delivery.answer.KeptAnswers;
import io.guidepost.delivery.answer.Outcome;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.reading.Readings;
import io.guidepost.search.SearchFilter;
import io.guidepost.search.SiteQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch othersWait = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        Queue<Outcome<String>> given = new ConcurrentLinkedQueue<>();
        Runnable reader = () -> given.add(answers.answer(key, () -> {
            runs.incrementAndGet();
            running.countDown();
            await(othersWait);
            return new Outcome.Answered<>(answer());
        }));

        Thread first = Thread.ofPlatform().start(reader);
        await(running);
        List<Thread> others = Stream.generate(() -> Thread.ofPlatform().start(reader)).limit(READERS).toList();
        Awaitility.await().until(() -> others.stream().allMatch(KeptAnswersTest::waitsForAnother));
        othersWait.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }

        assertThat(runs).hasValue(1);
        assertThat(given).hasSize(READERS + 1).containsOnly(given.element());
    }

    private static boolean waitsForAnother(Thread reader) {
        return Arrays.stream(reader.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(CompletableFuture.class.getName())
                        && frame.getMethodName().equals("join"));
    }

    @Test
    void an_error_is_nobody_else_s_and_is_not_kept() {
        AnswerKey key = new AnswerKey("fails at first", true, null, AnswerFormat.JSON);

        assertThat(answers.answer(key, () -> new Outcome.Refused<>("not so")))
                .isEqualTo(new Outcome.Refused<>("not so"));
        assertThat(answers.answer(key, () -> new Outcome.Answered<>(answer()))).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void what_was_searched_for_is_not_kept() {
        AnswerKey key = new AnswerKey("typed", true, null, AnswerFormat.JSON);
        Reading reading = readings.of(editions.newest());
        reading.search(new SiteQuery("typed", SearchFilter.NONE, 0, 10));

        assertThat(answers.answer(key, () -> new Outcome.Answered<>(answer(reading))))
                .isInstanceOf(Outcome.Answered.class);
        assertThat(answers.answer(key, () -> new Outcome.Refused<>("run anew")))
                .isEqualTo(new Outcome.Refused<>("run anew"));
    }

    private Answer answer() {
        return answer(readings.of(editions.newest()));
    }

    private Answer answer(Reading reading) {
        return new Answer(new byte[]{'{', '}'}, AnswerFormat.JSON, null, reading, readings.generation());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
