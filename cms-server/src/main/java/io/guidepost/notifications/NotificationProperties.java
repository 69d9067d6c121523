package io.guidepost.notifications;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told what happens.
 *
 * @param poll how often a node looks for what has happened
 * @param retention how long notifications are kept
 * @param mail how they are sent by e-mail
 */
@ConfigurationProperties("guidepost.notifications")
record NotificationProperties(@DefaultValue("500ms") Duration poll, @DefaultValue("90d") Duration retention,
        @DefaultValue Mail mail) {

    NotificationProperties {
        requirePositive("poll", poll);
        requirePositive("retention", retention);
    }

    /**
     * How notifications are sent by e-mail; through which server is for {@code spring.mail} to say.
     *
     * @param from the address that they come from; empty: none are sent
     * @param baseUrl where people reach the server, {@code https://cms.example.org}; empty: links in e-mails are paths
     * @param attempts how often a message is tried that the server does not take
     * @param backoff how long after a first attempt the second is made, each later one after four times as long; and how long a
     * server is left alone that cannot be reached
     * @param maxAge how long after the event a message is still worth sending
     * @param poll how often a node looks for what is to be sent
     */
    record Mail(@DefaultValue("") String from, @DefaultValue("") String baseUrl, @DefaultValue("5") int attempts,
            @DefaultValue("1m") Duration backoff, @DefaultValue("2d") Duration maxAge,
            @DefaultValue("1s") Duration poll) {

        private static final Pattern ADDRESS = Pattern.compile("|https?://[^\\s/?#]+[^\\s?#]*");

        Mail {
            from = from.strip();
            baseUrl = baseUrl.strip().replaceAll("/+$", "");
            requirePositive("mail.backoff", backoff);
            requirePositive("mail.max-age", maxAge);
            requirePositive("mail.poll", poll);
            if (attempts < 1 || attempts > 10) {
                throw new IllegalArgumentException(
                        "guidepost.notifications.mail.attempts must lie between 1 and 10, not be " + attempts + ".");
            }
            if (!ADDRESS.matcher(baseUrl).matches()) {
                throw new IllegalArgumentException(
                        "guidepost.notifications.mail.base-url must be written as https://cms.example.org.");
            }
        }

        /** How long after an attempt the next is made. */
        Duration wait(int attempt) {
            return backoff.multipliedBy(1L << (2 * (attempt - 1)));
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("guidepost.notifications." + name + " must be longer than nothing.");
        }
    }
}
