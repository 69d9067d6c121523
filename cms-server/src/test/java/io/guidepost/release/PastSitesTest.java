package io.guidepost.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastSitesTest {

    private static final int RELEASES = 1_000;

    private final CountedLog log = new CountedLog();
    private final PastSites past = new PastSites(log);

    @Test
    void a_past_site_is_what_the_log_says_up_to_its_release() {
        LiveSite site = passAll();

        for (int release = RELEASES; release >= 0; release -= 37) {
            LiveSite then = past.at(release);
            assertThat(then.release()).isEqualTo(release);
            assertThat(then.documents()).containsExactlyInAnyOrderElementsOf(fold(release).documents());
        }
        assertThat(site.documents()).hasSize(50);
    }

    @Test
    void a_little_of_a_long_log_is_read_for_any_of_them() {
        passAll();

        for (int release = 1; release < RELEASES; release += 13) {
            log.read.set(0);
            LiveSite _ = past.at(release);
            assertThat(log.read.get()).as("releases read for " + release).isLessThan(RELEASES / 20);
        }
    }

    @Test
    void however_many_ask_for_a_site_at_once_it_is_folded_once() throws Exception {
        int many = 16;
        log.asking = new CountDownLatch(many);
        List<Callable<LiveSite>> all = IntStream.range(0, many).<Callable<LiveSite>>mapToObj(i -> () -> {
            log.asking.countDown();
            return past.at(400);
        }).toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<LiveSite> each : threads.invokeAll(all)) {
                assertThat(each.get()).isSameAs(past.at(400));
            }
        }
        assertThat(log.read.get()).isEqualTo(400);
    }

    private LiveSite passAll() {
        LiveSite site = LiveSite.EMPTY;
        for (Release release : log.releases) {
            site = site.with(release);
            past.pass(site);
        }
        return site;
    }

    private LiveSite fold(int release) {
        LiveSite site = LiveSite.EMPTY;
        for (Release each : log.releases.subList(0, release)) {
            site = site.with(each);
        }
        return site;
    }

    /** A log in memory, of releases that each publish one of 50 documents anew; counts those that were read. */
    private static final class CountedLog implements ReleaseLog {

        private final List<Release> releases = new ArrayList<>();
        private final AtomicInteger read = new AtomicInteger();
        /** Nothing is read before all have asked. */
        private CountDownLatch asking = new CountDownLatch(0);

        CountedLog() {
            for (int number = 1; number <= RELEASES; number++) {
                String id = "faq-" + number % 50;
                releases.add(new Release(number, Instant.EPOCH.plusSeconds(number), "ada", "", List.of(new Entry(id,
                        "Faq", id, id, Action.PUBLISH, id + "@" + number, List.of()))));
            }
        }

        @Override
        public List<Release> after(int number, int limit) {
            try {
                asking.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            List<Release> found = releases.subList(number, Math.min(releases.size(), number + limit));
            read.addAndGet(found.size());
            return found;
        }

        @Override
        public boolean append(Release release) {
            throw new UnsupportedOperationException("The log is as it is.");
        }

        @Override
        public List<ReleaseSummary> before(int number, int limit) {
            throw new UnsupportedOperationException("Nobody asks for summaries here.");
        }

        @Override
        public Optional<Release> find(int number) {
            return Optional.of(releases.get(number - 1));
        }

        @Override
        public Optional<Release> ofPlan(String plan) {
            return Optional.empty();
        }

        @Override
        public int latest() {
            return releases.size();
        }
    }
}
