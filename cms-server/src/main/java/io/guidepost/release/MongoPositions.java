package io.guidepost.release;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Keeps positions in the collection {@code positions}: {@code {"_id": "documents.live", "release": 7}}. */
@Repository
class MongoPositions implements Positions {

    private final MongoCollection<Document> positions;

    MongoPositions(MongoDatabase database) {
        this.positions = database.getCollection("positions");
    }

    @Override
    public int of(String follower) {
        Document stored = positions.find(eq("_id", follower)).first();
        return stored == null ? 0 : stored.getInteger("release");
    }

    @Override
    public void advance(String follower, int release) {
        positions.updateOne(eq("_id", follower), max("release", release), new UpdateOptions().upsert(true));
    }
}
