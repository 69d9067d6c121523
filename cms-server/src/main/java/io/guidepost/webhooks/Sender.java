package io.guidepost.webhooks;

import io.guidepost.outbound.Answered;
import io.guidepost.outbound.Outbound;
import io.guidepost.outbound.OutboundRequest;
import io.guidepost.outbound.OutboundRequest.Method;
import io.guidepost.outbound.Outcome;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs a message and makes one request of it. */
@Component
class Sender {

    /** The answer's status is all that matters; so much is read in order to hear it out. */
    private static final int LARGEST = 4 * 1024;

    private final Outbound outbound;
    private final WebhookProperties properties;
    private final Clock clock;

    Sender(Outbound outbound, WebhookProperties properties, Clock clock) {
        this.outbound = outbound;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A request that was made.
     *
     * @param attempt how it went
     * @param retryAfter the header of that name in the answer; null: none
     */
    record Sent(Attempt attempt, @Nullable String retryAfter) {}

    /** Why messages are not sent to an address, as far as that can be told without asking anybody; empty: they are. */
    Optional<String> refusal(String url) {
        return !properties.allowHttp() && !url.toLowerCase(Locale.ROOT).startsWith("https://")
                ? Optional.of("Messages go to addresses that begin with https://.")
                : outbound.refusal(url);
    }

    Sent send(Kept kept, Delivery delivery) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String url = kept.subscription().settings().url();
        Optional<String> refusal = refusal(url);
        if (refusal.isPresent()) {
            return new Sent(new Attempt(at, null, refusal.get(), 0), null);
        }
        OutboundRequest request = new OutboundRequest(Method.POST, url, headers(kept, delivery, at), delivery.body(),
                properties.timeout(), LARGEST, 0);
        long start = System.nanoTime();
        Outcome outcome = outbound.send(request);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return switch (outcome) {
            case Answered answer -> new Sent(new Attempt(at, answer.status(), error(answer.status()), millis),
                    answer.header("Retry-After").orElse(null));
            case Outcome.Refused refused -> new Sent(new Attempt(at, null, refused.why(), millis),
                    null);
            case Outcome.Failed failed -> new Sent(new Attempt(at, null, failed.why(), millis),
                    null);
        };
    }

    private static Map<String, String> headers(Kept kept, Delivery delivery, Instant at) {
        long timestamp = at.getEpochSecond();
        String signatures = kept.secrets().stream().filter(secret -> secret.holds(at))
                .map(secret -> secret.secret().sign(delivery.id(), timestamp, delivery.body()))
                .collect(Collectors.joining(" "));
        return Map.of("Content-Type", "application/json", "User-Agent", "Guidepost/1.0 (webhooks)", "webhook-id",
                delivery.id(), "webhook-timestamp", Long.toString(timestamp), "webhook-signature", signatures);
    }

    /** What is wrong with a status; null: nothing. */
    private static @Nullable String error(int status) {
        return switch (status / 100) {
            case 2 -> null;
            case 3 -> "It redirects, which is not followed; the subscription needs the new address.";
            default -> status == 410 ? "It wants no more messages." : "It does not take the message.";
        };
    }
}
