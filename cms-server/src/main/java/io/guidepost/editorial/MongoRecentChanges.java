package io.guidepost.editorial;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.springframework.stereotype.Repository;

/**
 * Keeps the newest changes in one document of the collection {@code recent-changes}, so that one look at one id tells whether there are any.
 * An entry is written after the change that it tells of: whoever sees it sees the change.
 *
 * {@snippet lang=json :
 * {"_id": "documents", "changes": [{"mark": {"$oid": "66f0c1d2a9b8c7d6e5f40312"}, "document": "faq-degree"}]}
 * }
 */
@Repository
class MongoRecentChanges implements RecentChanges {

    private static final String KEY = "documents";
    private static final String CHANGES = "changes";
    private static final int KEPT = 100;

    private final MongoCollection<BsonDocument> recent;

    MongoRecentChanges(MongoDatabase database) {
        this.recent = database.getCollection("recent-changes", BsonDocument.class);
    }

    /** Notes that documents have changed. */
    void note(Collection<DocumentId> ids) {
        List<BsonDocument> changes = ids.stream().map(id -> new BsonDocument("mark", new BsonObjectId())
                .append("document", new BsonString(id.value()))).toList();
        if (!changes.isEmpty()) {
            recent.updateOne(eq("_id", KEY), pushEach(CHANGES, changes, new PushOptions().slice(-KEPT)),
                    new UpdateOptions().upsert(true));
        }
    }

    @Override
    public Since since(String mark) {
        BsonDocument stored = recent.find(eq("_id", KEY)).first();
        if (stored == null) {
            return mark.isEmpty() ? new Since("none", Optional.empty()) : Since.nothing(mark);
        }
        List<DocumentId> newer = new ArrayList<>();
        List<BsonValue> changes = stored.getArray(CHANGES).getValues();
        String newest = mark(changes.getLast());
        for (BsonValue change : changes.reversed()) {
            if (mark(change).equals(mark)) {
                return new Since(newest, Optional.of(newer));
            }
            newer.add(new DocumentId(change.asDocument().getString("document").getValue()));
        }
        return new Since(newest, Optional.empty());
    }

    private static String mark(BsonValue change) {
        return change.asDocument().getObjectId("mark").getValue().toHexString();
    }
}
