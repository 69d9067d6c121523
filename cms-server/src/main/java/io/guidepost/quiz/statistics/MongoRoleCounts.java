package io.guidepost.quiz.statistics;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.guidepost.storage.Inserts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** Collection {@code role_counts}: {@code {_id, counts: <bytes>}}, where the bytes are those of {@link MongoRoleCountsForm}. */
@Component
class MongoRoleCounts {

    private final MongoCollection<Document> collection;
    private final MongoRoleNumbers numbers;

    MongoRoleCounts(MongoDatabase database, MongoRoleNumbers numbers) {
        this.collection = database.getCollection("role_counts");
        this.numbers = numbers;
    }

    /** Stores counts by id; false: one of the ids is taken. */
    boolean insert(Map<String, RoleCounts> counts) {
        List<Document> documents = counts.entrySet().stream().map(entry -> new Document("_id", entry.getKey()).append(
                "counts", new Binary(MongoRoleCountsForm.bytes(entry.getValue(), numbers)))).toList();
        return Inserts.allIfAbsent(collection, documents).isEmpty();
    }

    /** The counts of those ids. */
    Map<String, RoleCounts> load(Collection<String> ids) {
        Map<String, RoleCounts> counts = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Document stored : collection.find(Filters.in("_id", ids))) {
                counts.put(stored.getString("_id"),
                        MongoRoleCountsForm.read(stored.get("counts", Binary.class).getData(), numbers));
            }
        }
        return counts;
    }

    /** Drops all counts of a snapshot and of those before it, except for those of some ids. */
    void dropUpTo(int snapshot, Set<String> needed) {
        List<String> left = collection.find().projection(Projections.include("_id")).map(stored -> stored.getString(
                "_id")).into(new ArrayList<>());
        left.removeIf(id -> needed.contains(id) || Counting.Task.number(id) > snapshot);
        drop(left);
    }

    /** Drops the counts of those ids. */
    void drop(Collection<String> ids) {
        if (!ids.isEmpty()) {
            collection.deleteMany(Filters.in("_id", ids));
        }
    }
}
