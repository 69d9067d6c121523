package io.guidepost.webhooks;

import io.guidepost.quiz.statistics.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what subscriptions are told: public facts alone. */
@Component
class Messages {

    private final ReleasedDocuments documents;
    private final JsonMapper json;

    Messages(ReleasedDocuments documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** The form of every message. */
    private record Envelope(String type, Instant timestamp, Object data) {}

    /**
     * What a message says of a snapshot of the statistics.
     *
     * @param number its number
     * @param edition what a reader pins, in order to see just this
     * @param roles those whose figures have changed
     * @param purge the keys of answers that may be others now, whatever roles are told here
     */
    private record StatisticsData(int number, String edition, List<String> roles, List<String> purge) {}

    /** What a test says. */
    private record PingData(String webhook, String name) {}

    /** What is to be told of something that happened; empty: nothing, to those who want no more than this. */
    Optional<Message> of(Happening happening, Interest interest) {
        return switch (happening) {
            case Happening.Released released -> interest.events().contains(EventType.RELEASE)
                    ? documents.of(released, interest)
                            .map(data -> message(EventType.RELEASE, data.number(), released.at(), data))
                    : Optional.empty();
            case Happening.Counted counted -> interest.events().contains(EventType.STATISTICS)
                    ? statistics(counted, interest)
                            .map(data -> message(EventType.STATISTICS, data.number(), counted.at(), data))
                    : Optional.empty();
        };
    }

    /** A test, which a key tells from others. */
    Message ping(Subscription subscription, String key, Instant at) {
        return new Message(EventType.PING, key, body(EventType.PING, at,
                new PingData(subscription.id().toString(), subscription.settings().name())));
    }

    private Message message(EventType type, int number, Instant at, Object data) {
        return new Message(type, Integer.toString(number), body(type, at, data));
    }

    private String body(EventType type, Instant at, Object data) {
        return json.writeValueAsString(new Envelope(type.word(), at, data));
    }

    private static Optional<StatisticsData> statistics(Happening.Counted counted, Interest interest) {
        Snapshot snapshot = counted.snapshot();
        List<String> changed = snapshot.rolesChangedSince(counted.before()).stream().filter(interest::inRole).toList();
        return changed.isEmpty() && !interest.roles().isEmpty()
                ? Optional.empty()
                : Optional.of(new StatisticsData(snapshot.number(), counted.position().edition(), changed,
                        Purge.after(counted.before(), snapshot)));
    }
}
