package io.guidepost.notifications;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * Keeps with each notification what becomes of its e-mail. {@code mail} is {@code none}, {@code pending}, {@code claimed}, {@code sent} or
 * {@code failed}; one that is pending or claimed has more to it:
 *
 * {@snippet lang=json :
 * {"_id": "faq-degree@3:review-requested:eve", "mail": "claimed", "due": {"$date": "2026-02-28T09:35:00Z"}, "attempts": 1,
 *  "claim": "1f0c8a52-77c1-4a57-9d0e-3f6d0f0a9b11"}
 * }
 *
 * {@code due} is when it may be claimed: once it is to be tried, or once a claim is over.
 */
@Repository
class MongoOutbox implements Outbox {

    static final String NONE = "none";
    private static final String PENDING = "pending";
    private static final String CLAIMED = "claimed";

    private final MongoCollection<Document> notifications;

    MongoOutbox(MongoDatabase database) {
        this.notifications = database.getCollection(MongoNotifications.COLLECTION);
        notifications.createIndex(Indexes.ascending("mail", "due"));
    }

    /** A notification to be stored that is to be sent. */
    static Document pending(Document notification, Instant due) {
        return notification.append("mail", PENDING).append("due", Date.from(due)).append("attempts", 0);
    }

    @Override
    public Optional<Claimed> claim(Instant now, Instant until) {
        String token = UUID.randomUUID().toString();
        Document claimed = notifications.findOneAndUpdate(
                and(in("mail", PENDING, CLAIMED), lte("due", Date.from(now))),
                combine(set("mail", CLAIMED), set("due", Date.from(until)), set("claim", token), inc("attempts", 1)),
                new FindOneAndUpdateOptions().sort(ascending("due")).returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(claimed).map(stored -> new Claimed(MongoNotifications.notification(stored),
                stored.getInteger("attempts"), token));
    }

    @Override
    public void sent(Claimed claimed) {
        end(claimed, "sent");
    }

    @Override
    public void drop(Claimed claimed) {
        end(claimed, NONE);
    }

    @Override
    public void fail(Claimed claimed) {
        end(claimed, "failed");
    }

    @Override
    public void retry(Claimed claimed, Instant at) {
        settle(claimed, combine(set("mail", PENDING), set("due", Date.from(at)), unset("claim")));
    }

    @Override
    public void putBack(Claimed claimed, Instant at) {
        settle(claimed,
                combine(set("mail", PENDING), set("due", Date.from(at)), unset("claim"), inc("attempts", -1)));
    }

    private void end(Claimed claimed, String state) {
        settle(claimed, combine(set("mail", state), unset("due"), unset("claim")));
    }

    /** Does nothing if the claim was over and another node has taken it. */
    private void settle(Claimed claimed, Bson update) {
        notifications.updateOne(and(eq("_id", claimed.notification().id()), eq("claim", claimed.token())), update);
    }
}
