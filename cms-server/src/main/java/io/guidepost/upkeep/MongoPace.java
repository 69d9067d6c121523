package io.guidepost.upkeep;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.Inserts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Keeps in the collection {@code link-hosts} when hosts may be asked next: {@code {"_id": "www.example.org", "next": {"$date": "…"}}}.
 */
@Repository
class MongoPace implements Pace {

    private static final String NEXT = "next";

    private final MongoCollection<Document> hosts;

    MongoPace(MongoDatabase database) {
        this.hosts = database.getCollection("link-hosts");
    }

    @Override
    public Instant next(String host, Instant now) {
        Document stored = hosts.find(eq("_id", host)).first();
        Instant next = stored == null ? now : Objects.requireNonNull(stored.getDate(NEXT)).toInstant();
        return next.isAfter(now) ? next : now;
    }

    @Override
    public boolean take(String host, Instant now, Duration pause) {
        Date next = Date.from(now.plus(pause));
        return hosts.updateOne(and(eq("_id", host), lte(NEXT, Date.from(now))), set(NEXT, next))
                .getMatchedCount() == 1 || Inserts.ifAbsent(hosts, new Document("_id", host).append(NEXT, next));
    }

    @Override
    public void leave(String host, Instant next) {
        hosts.updateOne(eq("_id", host), set(NEXT, Date.from(next)));
    }

    @Override
    public void forget(Instant before) {
        hosts.deleteMany(lt(NEXT, Date.from(before)));
    }
}
