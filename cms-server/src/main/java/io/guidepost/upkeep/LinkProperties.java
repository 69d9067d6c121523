package io.guidepost.upkeep;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the links of sources are checked.
 *
 * @param enabled whether they are
 * @param interval how long after a check the next one comes
 * @param retry how long after one that got no answer
 * @param pause how long a host is left alone after a request, by all nodes together
 * @param longestCrawlDelay how long a pause a host can ask for in its {@code robots.txt}
 * @param perMinute how many requests are made a minute at most, by all nodes together
 * @param timeout how long an answer may take
 * @param userAgent how the server names itself; what stands before the first slash or space is its name in {@code robots.txt}
 * @param poll how often a node looks for a link that is due
 * @param look how often a node looks for sources that are new, changed or gone
 */
@ConfigurationProperties("guidepost.upkeep.links")
record LinkProperties(@DefaultValue("false") boolean enabled, @DefaultValue("7d") Duration interval,
        @DefaultValue("6h") Duration retry, @DefaultValue("5s") Duration pause,
        @DefaultValue("1m") Duration longestCrawlDelay, @DefaultValue("30") int perMinute,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("Guidepost/1.0 (checks whether the links of sources work)") String userAgent,
        @DefaultValue("1s") Duration poll, @DefaultValue("10m") Duration look) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
    private static final int MOST_PER_MINUTE = 6_000;
    private static final Pattern USER_AGENT = Pattern.compile("[A-Za-z][A-Za-z_-]*([ /][\\x20-\\x7e]{0,190})?");

    LinkProperties {
        requirePositive("interval", interval);
        requirePositive("retry", retry);
        requirePositive("pause", pause);
        requirePositive("longest-crawl-delay", longestCrawlDelay);
        requirePositive("timeout", timeout);
        requirePositive("poll", poll);
        requirePositive("look", look);
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("guidepost.upkeep.links.timeout must be a minute at most.");
        }
        if (perMinute < 1 || perMinute > MOST_PER_MINUTE) {
            throw new IllegalArgumentException(
                    "guidepost.upkeep.links.per-minute must lie between 1 and " + MOST_PER_MINUTE + ".");
        }
        if (!USER_AGENT.matcher(userAgent).matches()) {
            throw new IllegalArgumentException(
                    "guidepost.upkeep.links.user-agent must begin with a name, such as Guidepost/1.0 (https://example.org).");
        }
    }

    /** How long after a request the next one may be made, to whichever host. */
    Duration step() {
        return Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /** The name that {@code robots.txt} knows the server by. */
    String robotName() {
        return userAgent.split("[ /]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("guidepost.upkeep.links." + name + " must be longer than nothing.");
        }
    }
}
