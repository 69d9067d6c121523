package io.guidepost.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Slows down the guessing of passwords: five attempts for a login in 15 minutes, counted before the password is looked
 * at, so that attempts at once gain nothing. Kept in memory by each node, for the 10,000 logins tried most.
 */
@Component
class LoginThrottle {

    static final int ATTEMPTS = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private record Attempts(int count, Instant since) {}

    private final Cache<String, Attempts> attempts;
    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
        this.attempts = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(WINDOW)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis())).build();
    }

    /** Counts an attempt; throws {@link TooManyAttemptsException} if there were too many already. */
    void attempt(String login) {
        Instant now = clock.instant();
        Attempts all = attempts.asMap().merge(login, new Attempts(1, now), (before, first) -> {
            boolean over = !before.since().plus(WINDOW).isAfter(now);
            return over ? first : new Attempts(Math.min(before.count(), ATTEMPTS) + 1, before.since());
        });
        if (all.count() > ATTEMPTS) {
            Duration left = Duration.between(now, all.since().plus(WINDOW));
            throw new TooManyAttemptsException(Math.max(1, left.plusMillis(999).toSeconds()));
        }
    }

    void succeeded(String login) {
        attempts.invalidate(login);
    }
}
