package io.guidepost.notifications;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.Inserts;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Keeps two documents in the collection {@code notification-progress}:
 *
 * {@snippet lang=json :
 * [{"_id": "began", "at": {"$date": "2026-02-28T09:30:00Z"}}, {"_id": "releases", "release": 7}]
 * }
 */
@Repository
class MongoProgress implements Progress {

    private static final String BEGAN = "began";
    private static final String RELEASES = "releases";

    private final MongoCollection<Document> progress;

    MongoProgress(MongoDatabase database) {
        this.progress = database.getCollection("notification-progress");
    }

    @Override
    public Instant began(Instant now) {
        return Objects.requireNonNull(kept(BEGAN, () -> new Document("at", Date.from(now))).getDate("at"))
                .toInstant();
    }

    @Override
    public int release(IntSupplier first) {
        return kept(RELEASES, () -> new Document("release", first.getAsInt())).getInteger("release");
    }

    @Override
    public void advance(int release) {
        progress.updateOne(eq("_id", RELEASES), max("release", release));
    }

    /** What is kept under an id, which is what is made now if there is none yet. */
    private Document kept(String id, Supplier<Document> first) {
        Document kept = progress.find(eq("_id", id)).first();
        if (kept == null) {
            boolean _ = Inserts.ifAbsent(progress, first.get().append("_id", id));
            kept = progress.find(eq("_id", id)).first();
        }
        return Objects.requireNonNull(kept);
    }
}
