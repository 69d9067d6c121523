package io.guidepost.webhooks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import io.guidepost.storage.Inserts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps messages in the collection {@code webhook-deliveries}, each with its latest attempts:
 *
 * {@snippet lang=json :
 * {"_id": "msg_019ca3a52a407c2e8f310d9a4e6b7c11_release_7", "subscription": "019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11",
 *  "type": "release.published", "at": {"$date": "2026-02-28T09:30:00Z"}, "body": "{…}", "outcome": "waiting",
 *  "attempts": [{"at": {"$date": "2026-02-28T09:30:00Z"}, "status": 503, "error": "…", "millis": 12}]}
 * }
 */
@Repository
class MongoDeliveries implements Deliveries {

    private static final int KEPT_ATTEMPTS = 50;
    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String SUBSCRIPTION = "subscription";
    private static final String OUTCOME = "outcome";

    private final MongoCollection<Document> deliveries;

    MongoDeliveries(MongoDatabase database) {
        this.deliveries = database.getCollection("webhook-deliveries");
        deliveries.createIndex(Indexes.descending(SUBSCRIPTION, AT, ID));
        deliveries.createIndex(Indexes.ascending(AT));
    }

    @Override
    public void add(Delivery delivery) {
        boolean _ = Inserts.ifAbsent(deliveries, stored(delivery));
    }

    @Override
    public Optional<Delivery> find(UUID subscription, String id) {
        return Optional
                .ofNullable(deliveries.find(and(eq(ID, id), eq(SUBSCRIPTION, subscription.toString()))).first())
                .map(MongoDeliveries::delivery);
    }

    @Override
    public List<Delivery> list(UUID subscription, @Nullable DeliveryOutcome outcome, @Nullable Place before,
            int limit) {
        List<Bson> filters = new ArrayList<>(List.of(eq(SUBSCRIPTION, subscription.toString())));
        if (outcome != null) {
            filters.add(eq(OUTCOME, outcome.word()));
        }
        if (before != null) {
            filters.add(or(lt(AT, Date.from(before.at())), and(eq(AT, Date.from(before.at())), lt(ID, before.id()))));
        }
        return deliveries.find(and(filters)).sort(descending(AT, ID)).limit(limit).map(MongoDeliveries::delivery)
                .into(new ArrayList<>());
    }

    @Override
    public void record(String id, Attempt attempt, DeliveryOutcome outcome) {
        Bson added = pushEach("attempts", List.of(stored(attempt)), new PushOptions().slice(-KEPT_ATTEMPTS));
        Bson ended = combine(added, set(OUTCOME, outcome.word()));
        if (outcome == DeliveryOutcome.DELIVERED) {
            deliveries.updateOne(eq(ID, id), ended);
        } else if (deliveries.updateOne(and(eq(ID, id), ne(OUTCOME, DeliveryOutcome.DELIVERED.word())), ended)
                .getMatchedCount() == 0) {
            deliveries.updateOne(eq(ID, id), added);
        }
    }

    @Override
    public void forget(UUID subscription) {
        deliveries.deleteMany(eq(SUBSCRIPTION, subscription.toString()));
    }

    @Override
    public void forget(Instant before, Collection<String> except) {
        deliveries.deleteMany(and(lt(AT, Date.from(before)), nin(ID, except)));
    }

    private static Document stored(Delivery delivery) {
        return new Document(ID, delivery.id()).append(SUBSCRIPTION, delivery.subscription().toString())
                .append("type", delivery.type().word()).append(AT, Date.from(delivery.at()))
                .append("body", delivery.body()).append(OUTCOME, delivery.outcome().word())
                .append("attempts", delivery.attempts().stream().map(MongoDeliveries::stored).toList());
    }

    private static Document stored(Attempt attempt) {
        return new Document(AT, Date.from(attempt.at())).append("status", attempt.status())
                .append("error", attempt.error()).append("millis", attempt.millis());
    }

    private static Delivery delivery(Document stored) {
        return new Delivery(stored.getString(ID), UUID.fromString(stored.getString(SUBSCRIPTION)),
                EventType.ofWord(stored.getString("type")).orElseThrow(), instant(stored), stored.getString("body"),
                DeliveryOutcome.ofWord(stored.getString(OUTCOME)).orElseThrow(),
                stored.getList("attempts", Document.class).stream().map(MongoDeliveries::attempt).toList());
    }

    private static Attempt attempt(Document stored) {
        return new Attempt(instant(stored), stored.getInteger("status"), stored.getString("error"),
                stored.getLong("millis"));
    }

    private static Instant instant(Document stored) {
        return Objects.requireNonNull(stored.getDate(AT)).toInstant();
    }
}
