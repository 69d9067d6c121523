package io.guidepost.webhooks;

import io.guidepost.security.PersonId;
import io.guidepost.webhooks.Subscription.Settings;
import io.guidepost.webhooks.Subscription.State;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * A subscription as it is stored. One that is disabled has more to its state: {@code {"name": "disabled", "at": …, "why": "…"}}.
 *
 * {@snippet lang=json :
 * {"_id": "019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11", "name": "Front end", "url": "https://build.example.org/hook",
 *  "events": ["release.published"], "types": ["RoleGuide"], "roles": [], "state": {"name": "enabled"}, "version": 2,
 *  "createdBy": "ada", "createdAt": {"$date": "…"}, "changedBy": "ada", "changedAt": {"$date": "…"},
 *  "secrets": [{"secret": "whsec_…", "created": {"$date": "…"}, "until": null}],
 *  "release": 7, "snapshot": 3, "waiting": "msg_019ca3a52a407c2e8f310d9a4e6b7c11_release_7", "due": {"$date": "…"},
 *  "claim": null}
 * }
 */
final class MongoSubscriptionForm {

    static final String ENABLED = "enabled";
    private static final String DISABLED = "disabled";

    private MongoSubscriptionForm() {}

    static Document stored(Kept kept) {
        Progress progress = kept.progress();
        return stored(kept.subscription()).append("_id", kept.subscription().id().toString())
                .append("secrets", stored(kept.secrets())).append("release", progress.position().release())
                .append("snapshot", progress.position().snapshot()).append("waiting", progress.waiting())
                .append("due", Date.from(progress.due())).append("claim", null);
    }

    /** All that has a version. */
    static Document stored(Subscription subscription) {
        Interest interest = subscription.settings().interest();
        return new Document("name", subscription.settings().name()).append("url", subscription.settings().url())
                .append("events", interest.events().stream().map(EventType::word).toList())
                .append("types", List.copyOf(interest.types())).append("roles", List.copyOf(interest.roles()))
                .append("state", stored(subscription.state())).append("version", subscription.version())
                .append("createdBy", subscription.createdBy().value())
                .append("createdAt", Date.from(subscription.createdAt()))
                .append("changedBy", subscription.changedBy().value())
                .append("changedAt", Date.from(subscription.changedAt()));
    }

    static Document stored(State state) {
        return switch (state) {
            case State.Enabled() -> new Document("name", ENABLED);
            case State.Disabled(Instant at, String why) -> new Document("name", DISABLED).append("at", Date.from(at))
                    .append("why", why);
        };
    }

    static List<Document> stored(List<KeptSecret> secrets) {
        return secrets.stream().map(kept -> new Document("secret", kept.secret().text())
                .append("created", Date.from(kept.created()))
                .append("until", kept.until() == null ? null : Date.from(kept.until()))).toList();
    }

    static Kept kept(Document stored) {
        return new Kept(subscription(stored),
                stored.getList("secrets", Document.class).stream().map(MongoSubscriptionForm::secret).toList(),
                new Progress(new Position(stored.getInteger("release"), stored.getInteger("snapshot")),
                        stored.getString("waiting"), instant(stored, "due")));
    }

    private static Subscription subscription(Document stored) {
        Interest interest = new Interest(stored.getList("events", String.class).stream()
                .map(word -> EventType.ofWord(word).orElseThrow()).collect(Collectors.toSet()),
                new TreeSet<>(stored.getList("types", String.class)),
                new TreeSet<>(stored.getList("roles", String.class)));
        return new Subscription(UUID.fromString(stored.getString("_id")),
                new Settings(stored.getString("name"), stored.getString("url"), interest),
                state(Objects.requireNonNull(stored.get("state", Document.class))), stored.getInteger("version"),
                new PersonId(stored.getString("createdBy")), instant(stored, "createdAt"),
                new PersonId(stored.getString("changedBy")), instant(stored, "changedAt"));
    }

    private static State state(Document stored) {
        String name = stored.getString("name");
        return switch (name) {
            case ENABLED -> new State.Enabled();
            case DISABLED -> new State.Disabled(instant(stored, "at"), stored.getString("why"));
            default -> throw new IllegalStateException("Unknown state of a subscription: " + name);
        };
    }

    private static KeptSecret secret(Document stored) {
        Date until = stored.getDate("until");
        return new KeptSecret(new SigningSecret(stored.getString("secret")), instant(stored, "created"),
                until == null ? null : until.toInstant());
    }

    private static Instant instant(Document stored, String field) {
        return Objects.requireNonNull(stored.getDate(field)).toInstant();
    }
}
