package io.guidepost.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecurringWorkTest {

    private final AtomicInteger turns = new AtomicInteger();

    /** Work that counts its turns, and hangs in them where it is told to. */
    private final class Counting extends RecurringWork {

        private final CountDownLatch released;
        private final CountDownLatch interrupted = new CountDownLatch(1);

        Counting(CountDownLatch released) {
            super("counting", Duration.ZERO, Duration.ofMillis(1));
            this.released = released;
        }

        @Override
        protected void turn() {
            turns.incrementAndGet();
            try {
                released.await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
        }

        void soonCount() {
            soon(turns::incrementAndGet);
        }
    }

    @Test
    void its_turn_comes_again_and_again_until_it_is_stopped_and_once_more_when_it_is_started_anew() {
        Counting work = new Counting(new CountDownLatch(0));
        work.start();
        await().until(() -> turns.get() > 3);
        work.stop();
        int done = turns.get();

        assertThat(work.isRunning()).isFalse();
        assertThat(work.isStopping()).isTrue();
        work.soonCount();
        assertThat(turns).as("nothing is done while it is not running").hasValue(done);
        work.start();
        await().until(() -> turns.get() > done);
        work.stop();
    }

    @Test
    void a_turn_that_hangs_does_not_keep_the_server_from_ending() throws InterruptedException {
        Counting work = new Counting(new CountDownLatch(1));
        work.start();
        await().until(() -> turns.get() == 1);
        work.stop();

        work.interrupted.await();
        assertThat(work.isRunning()).isFalse();
        assertThat(turns).hasValue(1);
    }
}
