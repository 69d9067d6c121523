package io.guidepost.webhooks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.guidepost.webhooks.Subscription.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * Keeps subscriptions in the collection {@code webhooks}, as {@link MongoSubscriptionForm} writes them. {@code due} is when one may be
 * claimed: once its message is to be tried, or once a claim is over.
 */
@Repository
class MongoSubscriptions implements Subscriptions {

    private static final String ID = "_id";
    private static final String DUE = "due";
    private static final String CLAIM = "claim";
    private static final String SECRETS = "secrets";
    private static final String VERSION = "version";
    private static final String STATE = "state";

    private final MongoCollection<Document> subscriptions;

    MongoSubscriptions(MongoDatabase database) {
        this.subscriptions = database.getCollection("webhooks");
    }

    @Override
    public void add(Kept subscription) {
        subscriptions.insertOne(MongoSubscriptionForm.stored(subscription));
    }

    @Override
    public Optional<Kept> find(UUID id) {
        return Optional.ofNullable(subscriptions.find(id(id)).first()).map(MongoSubscriptionForm::kept);
    }

    @Override
    public List<Kept> all() {
        return subscriptions.find().sort(ascending(ID)).map(MongoSubscriptionForm::kept).into(new ArrayList<>());
    }

    @Override
    public boolean replace(Subscription before, Subscription after) {
        return subscriptions.updateOne(version(before), new Document("$set", MongoSubscriptionForm.stored(after)))
                .getModifiedCount() == 1;
    }

    @Override
    public boolean remove(Subscription subscription) {
        return subscriptions.deleteOne(version(subscription)).getDeletedCount() == 1;
    }

    @Override
    public boolean replaceSecrets(UUID id, List<KeptSecret> before, List<KeptSecret> after) {
        return subscriptions.updateOne(and(id(id), eq(SECRETS, MongoSubscriptionForm.stored(before))),
                set(SECRETS, MongoSubscriptionForm.stored(after))).getModifiedCount() == 1;
    }

    @Override
    public void hurry(UUID id, Instant now) {
        subscriptions.updateOne(and(id(id), eq(CLAIM, null), gt(DUE, Date.from(now))), set(DUE, Date.from(now)));
    }

    @Override
    public Optional<Claimed> claim(Position latest, Instant now, Instant until) {
        return claim(and(eq("state.name", MongoSubscriptionForm.ENABLED), lte(DUE, Date.from(now)),
                or(ne("waiting", null), lt("release", latest.release()), lt("snapshot", latest.snapshot()))), until);
    }

    @Override
    public Optional<Claimed> claim(UUID id, Instant now, Instant until) {
        return claim(and(id(id), or(eq(CLAIM, null), lte(DUE, Date.from(now)))), until);
    }

    private Optional<Claimed> claim(Bson which, Instant until) {
        String token = UUID.randomUUID().toString();
        Document claimed = subscriptions.findOneAndUpdate(which,
                combine(set(DUE, Date.from(until)), set(CLAIM, token)),
                new FindOneAndUpdateOptions().sort(ascending(DUE)).returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(claimed).map(stored -> new Claimed(MongoSubscriptionForm.kept(stored), token));
    }

    @Override
    public boolean note(Claimed claimed, Progress progress) {
        return subscriptions.updateOne(held(claimed), progress(progress)).getMatchedCount() == 1;
    }

    @Override
    public void settle(Claimed claimed, Progress progress) {
        subscriptions.updateOne(held(claimed), settled(progress));
    }

    @Override
    public boolean disable(Claimed claimed, Progress progress, State.Disabled state) {
        return subscriptions.updateOne(held(claimed),
                combine(settled(progress), set(STATE, MongoSubscriptionForm.stored(state)), inc(VERSION, 1),
                        set("changedBy", Disabling.ACTOR.id().value()), set("changedAt", Date.from(state.at()))))
                .getMatchedCount() == 1;
    }

    private static Bson progress(Progress progress) {
        return combine(set("release", progress.position().release()), set("snapshot", progress.position().snapshot()),
                set("waiting", progress.waiting()));
    }

    private static Bson settled(Progress progress) {
        return combine(progress(progress), set(DUE, Date.from(progress.due())), set(CLAIM, null));
    }

    private static Bson id(UUID id) {
        return eq(ID, id.toString());
    }

    private static Bson version(Subscription subscription) {
        return and(id(subscription.id()), eq(VERSION, subscription.version()));
    }

    private static Bson held(Claimed claimed) {
        return and(id(claimed.kept().subscription().id()), eq(CLAIM, claimed.token()));
    }
}
