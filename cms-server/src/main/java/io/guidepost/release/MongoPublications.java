package io.guidepost.release;

import static com.mongodb.client.model.Filters.in;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guidepost.memory.MemoryLimit;
import io.guidepost.storage.Inserts;
import io.guidepost.storage.JsonBson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps publications in the collection {@code publications}:
 *
 * {@snippet lang=json :
 * {"_id": "faq-degree@3", "content": {"slug": "degree", "question": "Do I need a degree?", "answer": "No …"}}
 * }
 */
@Repository
class MongoPublications implements Publications {

    /** About how much memory a content takes for each character of its JSON, in bytes. */
    private static final int OF_A_CHARACTER = 2;

    private final MongoCollection<BsonDocument> publications;
    private final Cache<String, ObjectNode> cache;

    MongoPublications(MongoDatabase database,
            @Value("${guidepost.release.publications-in-memory:12%}") MemoryLimit publicationsInMemory) {
        this.publications = database.getCollection("publications", BsonDocument.class);
        this.cache = Caffeine.newBuilder().maximumWeight(publicationsInMemory.bytes())
                .weigher((String id, ObjectNode content) -> OF_A_CHARACTER * content.toString().length()).build();
    }

    @Override
    public void keep(String id, ObjectNode content) {
        boolean _ = Inserts.ifAbsent(publications, stored(id, content));
    }

    @Override
    public void keepAll(Map<String, ObjectNode> contents) {
        List<BsonDocument> stored = new ArrayList<>();
        contents.forEach((id, content) -> stored.add(stored(id, content)));
        Set<Integer> _ = Inserts.allIfAbsent(publications, stored);
    }

    private static BsonDocument stored(String id, ObjectNode content) {
        return new BsonDocument("_id", new BsonString(id)).append("content", JsonBson.toBson(content));
    }

    @Override
    public Map<String, ObjectNode> load(Collection<String> ids) {
        Map<String, ObjectNode> loaded = new HashMap<>(cache.getAllPresent(ids));
        Set<String> missing = new HashSet<>(ids);
        missing.removeAll(loaded.keySet());
        if (missing.isEmpty()) {
            return loaded;
        }
        publications.find(in("_id", missing)).forEach(stored -> {
            String id = stored.getString("_id").getValue();
            ObjectNode content = JsonBson.toJson(stored.getDocument("content"));
            cache.put(id, content);
            loaded.put(id, content);
        });
        missing.removeAll(loaded.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The log names publications that are not stored: " + missing);
        }
        return loaded;
    }

    @Override
    public @Nullable ObjectNode inMemory(String id) {
        return cache.getIfPresent(id);
    }
}
