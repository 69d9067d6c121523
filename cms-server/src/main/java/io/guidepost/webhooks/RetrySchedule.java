package io.guidepost.webhooks;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a message is tried again. Up to a fifth of each pause is added at random, so that what has failed together does not come back
 * together.
 */
@Component
class RetrySchedule {

    private static final double JITTER = 0.2;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final WebhookProperties properties;
    private final Clock clock;

    RetrySchedule(WebhookProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The time of the next attempt.
     *
     * @param attempts how many there have been
     * @param retryAfter what the answer to the last one says (RFC 9110, section 10.2.3); null: nothing
     * @return empty: the message is given up
     */
    Optional<Instant> next(int attempts, @Nullable String retryAfter) {
        if (attempts > properties.retries().size()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration pause = properties.retries().get(attempts - 1);
        Instant planned = now.plus(pause)
                .plusMillis(ThreadLocalRandom.current().nextLong((long) (pause.toMillis() * JITTER) + 1));
        Instant wanted = retryAfter == null ? planned : wanted(retryAfter.strip(), now).orElse(planned);
        Instant latest = now.plus(properties.longestRetryAfter());
        Instant granted = wanted.isAfter(latest) ? latest : wanted;
        return Optional.of(granted.isAfter(planned) ? granted : planned);
    }

    private static Optional<Instant> wanted(String retryAfter, Instant now) {
        if (SECONDS.matcher(retryAfter).matches()) {
            return Optional.of(now.plusSeconds(Long.parseLong(retryAfter)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
