package io.guidepost.editorial;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Repository;

/**
 * Keeps what is pending in the collection {@code document-changes}, which holds nothing else, so that looking is cheap. An entry is written
 * before the change that it tells of, so a crash leaves one too many rather than one too few. Its mark is another one each time, also when
 * the entry itself was gone meanwhile, so that whoever is done with an earlier change never removes a later one:
 *
 * {@snippet lang=json :
 * {"_id": "SEARCH faq-degree", "follower": "SEARCH", "document": "faq-degree", "from": 3, "version": 4, "mark": {"$oid": "66f0c1d2a9b8c7d6e5f40312"}}
 * }
 */
@Repository
class MongoChangedDocuments implements ChangedDocuments {

    private final MongoCollection<BsonDocument> changes;
    private final MongoCollection<BsonDocument> documents;

    MongoChangedDocuments(MongoDatabase database) {
        this.changes = database.getCollection("document-changes", BsonDocument.class);
        this.documents = database.getCollection("documents", BsonDocument.class);
    }

    /** Notes that a document is about to be at a version, for all who follow. */
    void note(DocumentId id, int version) {
        List<WriteModel<BsonDocument>> notes = new ArrayList<>();
        for (Follower follower : Follower.values()) {
            notes.add(noting(follower, id, version));
        }
        changes.bulkWrite(notes, new BulkWriteOptions().ordered(false));
    }

    /** Notes that documents are about to be at the versions that are given, for all who follow. */
    void noteAll(List<Document> next) {
        List<WriteModel<BsonDocument>> notes = new ArrayList<>();
        for (Document document : next) {
            for (Follower follower : Follower.values()) {
                notes.add(noting(follower, document.id(), document.version()));
            }
        }
        if (!notes.isEmpty()) {
            changes.bulkWrite(notes, new BulkWriteOptions().ordered(false));
        }
    }

    /** Notes that something of documents has changed that makes no version: what is live of them, or that they are gone. */
    void noteAnew(List<DocumentId> ids) {
        changes.bulkWrite(ids.stream().map(id -> noting(Follower.SEARCH, id, 0)).toList(),
                new BulkWriteOptions().ordered(false));
    }

    private static UpdateOneModel<BsonDocument> noting(Follower follower, DocumentId id, int version) {
        Bson note = combine(setOnInsert("follower", follower.name()), setOnInsert("document", id.value()),
                min("from", version), max("version", version), set("mark", new ObjectId()));
        return new UpdateOneModel<>(eq("_id", key(follower, id)), note, new UpdateOptions().upsert(true));
    }

    @Override
    public List<Changed> pending(Follower follower, int limit) {
        List<Changed> pending = new ArrayList<>();
        for (BsonDocument entry : changes.find(eq("follower", follower.name())).limit(limit)
                .into(new ArrayList<>())) {
            pending.add(new Changed(new DocumentId(entry.getString("document").getValue()),
                    entry.getInt32("from").getValue(), entry.getInt32("version").getValue(),
                    entry.getObjectId("mark").getValue().toHexString()));
        }
        return pending;
    }

    @Override
    public void done(Follower follower, Changed changed) {
        changes.deleteOne(and(eq("_id", key(follower, changed.document())), eq("mark", new ObjectId(changed.mark()))));
    }

    @Override
    public void startOver(Follower follower) {
        List<WriteModel<BsonDocument>> notes = new ArrayList<>();
        documents.find().projection(include("_id"))
                .forEach(document -> notes
                        .add(noting(follower, new DocumentId(document.getString("_id").getValue()), 0)));
        if (!notes.isEmpty()) {
            changes.bulkWrite(notes, new BulkWriteOptions().ordered(false));
        }
    }

    private static String key(Follower follower, DocumentId id) {
        return follower.name() + " " + id.value();
    }
}
