package io.guidepost.editorial.comment;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.guidepost.editorial.DocumentId;
import io.guidepost.storage.Inserts;
import io.guidepost.storage.JsonBson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps threads in the collection {@code comments}. {@code found} has no quote, since it is that of {@code made}; {@code gone} and
 * {@code turn} may be missing:
 *
 * {@snippet lang=json :
 * {"_id": "019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11", "document": "faq-degree", "version": 3,
 *  "made": {"version": 4, "pointer": "/answer", "start": 0, "end": 5, "quote": "Maybe"},
 *  "found": {"version": 7, "pointer": "/answer", "start": 12, "end": 17}, "gone": 6,
 *  "opening": {"id": "019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11", "by": "eve", "at": {"$date": "2026-02-28T09:30:00Z"},
 *    "text": "Which is it, @ada?", "mentions": ["ada"]},
 *  "replies": [{"id": "019ca3b0-…", "by": "ada", "at": {…}, "text": "No.", "mentions": [], "edited": {…}}], "count": 1,
 *  "turn": {"resolved": true, "by": "eve", "at": {…}}}
 * }
 *
 * <p>
 * The collection {@code commented} keeps contents of versions: {@code {"_id": "faq-degree@4", "document": "faq-degree", "content": {…}}}.
 */
@Repository
class MongoComments implements Comments {

    private final MongoCollection<BsonDocument> threads;
    private final MongoCollection<BsonDocument> contents;

    MongoComments(MongoDatabase database) {
        threads = database.getCollection("comments", BsonDocument.class);
        contents = database.getCollection("commented", BsonDocument.class);
        threads.createIndex(Indexes.ascending("document", "_id"));
        contents.createIndex(Indexes.ascending("document"));
    }

    @Override
    public Optional<CommentThread> find(DocumentId document, UUID thread) {
        return Optional.ofNullable(threads.find(and(id(thread), on(document))).first())
                .map(MongoThreadForm::thread);
    }

    @Override
    public List<CommentThread> list(DocumentId document, @Nullable Boolean resolved, @Nullable UUID after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(on(document)));
        if (resolved != null) {
            filters.add(resolved ? eq("turn.resolved", true) : ne("turn.resolved", true));
        }
        if (after != null) {
            filters.add(gt("_id", after.toString()));
        }
        return threads.find(and(filters)).sort(ascending("_id")).limit(limit).map(MongoThreadForm::thread)
                .into(new ArrayList<>());
    }

    @Override
    public Map<DocumentId, Integer> open(Collection<DocumentId> documents) {
        Map<DocumentId, Integer> counts = new HashMap<>();
        threads.aggregate(List.of(match(and(in("document", documents.stream().map(DocumentId::value).toList()),
                ne("turn.resolved", true))), group("$document", sum("open", 1))))
                .forEach(count -> counts.put(new DocumentId(count.getString("_id").getValue()),
                        count.getNumber("open").intValue()));
        return counts;
    }

    @Override
    public void add(CommentThread thread) {
        threads.insertOne(MongoThreadForm.stored(thread));
    }

    @Override
    public boolean reply(DocumentId document, UUID thread, Comment reply) {
        return threads.updateOne(and(id(thread), on(document), lt("count", CommentThread.MOST_REPLIES)),
                combine(push("replies", MongoThreadForm.stored(reply)), inc("count", 1), inc("version", 1)))
                .getModifiedCount() == 1;
    }

    @Override
    public boolean replace(CommentThread before, CommentThread after) {
        return threads.replaceOne(at(before), MongoThreadForm.stored(after)).getModifiedCount() == 1;
    }

    @Override
    public boolean remove(CommentThread thread) {
        return threads.deleteOne(at(thread)).getDeletedCount() == 1;
    }

    @Override
    public void found(UUID thread, Place place) {
        threads.updateOne(and(id(thread), lt("found.version", place.version())),
                set("found", MongoThreadForm.stored(place, false)));
    }

    @Override
    public void gone(UUID thread, int version) {
        threads.updateOne(id(thread), set("gone", version));
    }

    @Override
    public void keep(DocumentId document, int version, ObjectNode content) {
        boolean _ = Inserts.ifAbsent(contents, new BsonDocument("_id", new BsonString(key(document, version)))
                .append("document", new BsonString(document.value())).append("content", JsonBson.toBson(content)));
    }

    @Override
    public Optional<ObjectNode> kept(DocumentId document, int version) {
        return Optional.ofNullable(contents.find(eq("_id", key(document, version))).first())
                .map(stored -> JsonBson.toJson(stored.getDocument("content")));
    }

    @Override
    public void forget(DocumentId document) {
        threads.deleteMany(on(document));
        contents.deleteMany(on(document));
    }

    private static Bson id(UUID thread) {
        return eq("_id", thread.toString());
    }

    private static Bson on(DocumentId document) {
        return eq("document", document.value());
    }

    private static Bson at(CommentThread thread) {
        return and(id(thread.id()), eq("version", thread.version()));
    }

    private static String key(DocumentId document, int version) {
        return document.value() + "@" + version;
    }
}
