package io.guidepost.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param allowHttp whether they may go over connections that are not encrypted
 * @param timeout how long an answer may take in all
 * @param retries how long after an attempt the next one is made, attempt by attempt; after the last the message is given up
 * @param longestRetryAfter how long a wait whoever answers can ask for
 * @param secretOverlap how long messages are still signed with a secret that another has taken the place of
 * @param retention how long it is kept what was sent
 * @param poll how often a node looks for what is to be sent
 */
@ConfigurationProperties("guidepost.webhooks")
record WebhookProperties(@DefaultValue("false") boolean allowHttp, @DefaultValue("15s") Duration timeout,
        @DefaultValue( {
            "5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"}) List<Duration> retries,
        @DefaultValue("24h") Duration longestRetryAfter, @DefaultValue("24h") Duration secretOverlap,
        @DefaultValue("30d") Duration retention, @DefaultValue("500ms") Duration poll){

    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int MOST_RETRIES = 20;

    WebhookProperties {
        retries = List.copyOf(retries);
        requirePositive("timeout", timeout);
        requirePositive("retention", retention);
        requirePositive("poll", poll);
        retries.forEach(retry -> requirePositive("retries", retry));
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("guidepost.webhooks.timeout must be a minute at most.");
        }
        if (retries.size() > MOST_RETRIES) {
            throw new IllegalArgumentException("guidepost.webhooks.retries lists " + MOST_RETRIES + " at most.");
        }
        if (longestRetryAfter.isNegative() || secretOverlap.isNegative()) {
            throw new IllegalArgumentException(
                    "guidepost.webhooks.longest-retry-after and secret-overlap must not be less than nothing.");
        }
    }

    /** Until when a claim holds that is made now: longer than its request can take with all that comes before and after. */
    Instant claimed(Instant now) {
        return now.plus(timeout).plus(MARGIN);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("guidepost.webhooks." + name + " must be longer than nothing.");
        }
    }
}
