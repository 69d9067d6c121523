package io.guidepost.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.security.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    private static final Clock CLOCK = new SettableClock();
    private static final Instant NOW = CLOCK.instant();
    private static final RetrySchedule SCHEDULE = new RetrySchedule(new WebhookProperties(false,
            Duration.ofSeconds(15), List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), Duration.ofHours(1),
            Duration.ofHours(24), Duration.ofDays(30), Duration.ofMillis(500)), CLOCK);

    @ParameterizedTest
    @CsvSource({"1, 5, 6", "2, 300, 360"})
    void a_pause_is_that_of_the_schedule_and_up_to_a_fifth_more(int attempts, int shortest, int longest) {
        List<Instant> times = IntStream.range(0, 200).mapToObj(_ -> SCHEDULE.next(attempts, null).orElseThrow())
                .toList();

        assertThat(times).allSatisfy(
                time -> assertThat(time).isBetween(NOW.plusSeconds(shortest), NOW.plusSeconds(longest)));
        assertThat(times.stream().distinct().count()).as("not all at once").isGreaterThan(20);
    }

    @Test
    void after_the_last_attempt_there_is_none() {
        assertThat(SCHEDULE.next(3, null)).isEmpty();
        assertThat(SCHEDULE.next(3, "60")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"600, 600", "999999999, 3600", "'Sun, 01 Mar 2026 12:30:00 GMT', 1800",
        "'Mon, 01 Mar 2027 12:30:00 GMT', 3600"})
    void a_longer_pause_is_granted_within_a_bound(String retryAfter, int seconds) {
        assertThat(SCHEDULE.next(1, retryAfter)).contains(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-5", "soon", "", "1e9", "99999999999999999999",
        "Sun, 01 Mar 2026 11:30:00 GMT"})
    void a_shorter_pause_and_what_is_none_change_nothing(String retryAfter) {
        assertThat(SCHEDULE.next(1, retryAfter).orElseThrow()).isBetween(NOW.plusSeconds(5), NOW.plusSeconds(6));
    }
}
