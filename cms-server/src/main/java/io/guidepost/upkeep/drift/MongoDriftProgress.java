package io.guidepost.upkeep.drift;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.Inserts;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Keeps one document in the collection {@code figure-drift}:
 *
 * {@snippet lang=json :
 * {"_id": "followed", "release": 7, "snapshot": 3, "claim": "9b2c…", "until": {"$date": "2026-02-28T09:35:00Z"}}
 * }
 */
@Repository
class MongoDriftProgress implements DriftProgress {

    private static final String FOLLOWED = "followed";
    private static final String RELEASE = "release";
    private static final String SNAPSHOT = "snapshot";
    private static final String CLAIM = "claim";
    private static final String UNTIL = "until";
    private static final Date NEVER = Date.from(Instant.EPOCH);

    private final MongoCollection<Document> progress;

    MongoDriftProgress(MongoDatabase database) {
        this.progress = database.getCollection("figure-drift");
    }

    @Override
    public Reached reached() {
        Document stored = progress.find(eq("_id", FOLLOWED)).first();
        return stored == null
                ? new Reached(0, 0)
                : new Reached(stored.getInteger(RELEASE), stored.getInteger(SNAPSHOT));
    }

    @Override
    public Optional<String> claim(Reached to, Instant now, Instant until) {
        boolean _ = Inserts.ifAbsent(progress, new Document("_id", FOLLOWED).append(RELEASE, 0).append(SNAPSHOT, 0)
                .append(CLAIM, null).append(UNTIL, NEVER));
        String claim = UUID.randomUUID().toString();
        boolean claimed = progress.updateOne(
                and(eq("_id", FOLLOWED), lte(RELEASE, to.release()), lte(SNAPSHOT, to.snapshot()),
                        or(lt(RELEASE, to.release()), lt(SNAPSHOT, to.snapshot())), lte(UNTIL, Date.from(now))),
                combine(set(CLAIM, claim), set(UNTIL, Date.from(until)))).getModifiedCount() == 1;
        return claimed ? Optional.of(claim) : Optional.empty();
    }

    @Override
    public void conclude(String claim, Reached to) {
        progress.updateOne(and(eq("_id", FOLLOWED), eq(CLAIM, claim)), combine(set(RELEASE, to.release()),
                set(SNAPSHOT, to.snapshot()), set(CLAIM, null), set(UNTIL, NEVER)));
    }
}
