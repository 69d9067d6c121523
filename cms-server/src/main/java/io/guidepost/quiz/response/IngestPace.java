package io.guidepost.quiz.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.security.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Holds those back who bring in responses one at a time, because the key that they do it with stands in a public page. Each person's keys
 * may send so many a minute, and as many at once after a minute of silence. Every node keeps it for itself.
 */
@Component
class IngestPace {

    private static final int REMEMBERED = 10_000;
    private static final double NANOS_OF_A_MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final Clock clock;
    private final Cache<PersonId, Allowance> allowances = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    IngestPace(ResponseProperties properties, Clock clock) {
        this.perMinute = properties.responsesPerMinute();
        this.clock = clock;
    }

    /**
     * Takes one response of somebody into account.
     *
     * @throws TooManyResponsesException if it is one too many
     */
    void step(PersonId who) {
        Instant now = clock.instant();
        Duration wait = allowances.get(who, key -> new Allowance(perMinute, now)).take(now);
        if (!wait.isZero()) {
            throw new TooManyResponsesException(perMinute, wait);
        }
    }

    /** How many somebody may send, which grows with time. */
    private static final class Allowance {

        private final int most;
        private double left;
        private Instant at;

        Allowance(int most, Instant at) {
            this.most = most;
            this.left = most;
            this.at = at;
        }

        /** Takes one; gives how long there is none to take. */
        synchronized Duration take(Instant now) {
            double grown = most * Math.max(0, Duration.between(at, now).toNanos()) / NANOS_OF_A_MINUTE;
            left = Math.min(most, left + grown);
            at = now;
            if (left < 1) {
                return Duration.ofNanos((long) Math.ceil((1 - left) * NANOS_OF_A_MINUTE / most));
            }
            left--;
            return Duration.ZERO;
        }
    }
}
