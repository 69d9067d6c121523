package io.guidepost.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Slows down the guessing of passwords: in 15 minutes, five attempts for a login and a hundred that fail from a remote
 * address, counted before the password is looked at, so that attempts at once gain nothing. Kept in memory by each node,
 * for the 10,000 logins and the 10,000 addresses tried most. Behind a proxy all share its address, unless
 * {@code server.forward-headers-strategy} is set.
 */
@Component
class LoginThrottle {

    static final int ATTEMPTS = 5;
    static final int ATTEMPTS_FROM_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private record Attempts(int count, Instant since) {}

    private final Cache<String, Attempts> byLogin;
    private final Cache<String, Attempts> byAddress;
    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
        this.byLogin = cache(clock);
        this.byAddress = cache(clock);
    }

    /** Counts an attempt; throws {@link TooManyAttemptsException} if there were too many already. */
    void attempt(String login) {
        count(byLogin, login, ATTEMPTS);
    }

    /** Counts an attempt from an address, whatever the login. */
    void attemptFrom(String address) {
        count(byAddress, address, ATTEMPTS_FROM_ADDRESS);
    }

    void succeeded(String login) {
        byLogin.invalidate(login);
    }

    /** Takes back one attempt and no more, so that whoever has a password cannot go on guessing others' for it. */
    void succeededFrom(String address) {
        byAddress.asMap().computeIfPresent(address,
                (same, before) -> new Attempts(Math.max(0, before.count() - 1), before.since()));
    }

    private void count(Cache<String, Attempts> attempts, String key, int most) {
        Instant now = clock.instant();
        Attempts all = attempts.asMap().merge(key, new Attempts(1, now), (before, first) -> {
            boolean over = !before.since().plus(WINDOW).isAfter(now);
            return over ? first : new Attempts(Math.min(before.count(), most) + 1, before.since());
        });
        if (all.count() > most) {
            Duration left = Duration.between(now, all.since().plus(WINDOW));
            throw new TooManyAttemptsException(Math.max(1, left.plusMillis(999).toSeconds()));
        }
    }

    private static Cache<String, Attempts> cache(Clock clock) {
        return Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(WINDOW)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis())).build();
    }
}
