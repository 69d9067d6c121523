package io.guidepost.editorial;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import io.guidepost.storage.Inserts;
import io.guidepost.storage.JsonBson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps working copies in the collection {@code documents}, and superseded versions of the same shape in {@code revisions} under
 * {@code _id: "document@version"} with the document's id in {@code document}, and {@code coalesced: true} within a run of autosaves:
 *
 * {@snippet lang=json :
 * {"_id": "faq-degree", "type": "Faq", "slug": "degree", "title": "Do I need a degree?", "version": 3,
 *  "workflow": {"state": "InReview", "by": "ada", "at": {"$date": "2026-02-28T09:30:00Z"},
 *    "reviewers": {"people": ["eve"]}, "approvals": []},
 *  "content": {"slug": "degree", "question": "Do I need a degree?", "answer": "No [@bls]."}, "hash": "9f86d0…",
 *  "references": ["Source/bls"], "authors": ["ada"],
 *  "revision": {"change": "SUBMITTED", "by": "ada", "at": {"$date": "2026-02-28T09:30:00Z"}, "message": ""},
 *  "created": {"$date": "2026-02-27T08:00:00Z"}, "trashed": null, "live": {"release": 7, "version": 1}}
 * }
 *
 * <p>
 * Of a document that was removed for good, {@code {"_id": "faq-degree", "purged": true, "trashed": {…}}} stays, with
 * {@code "unfinished": true} until all that went with it has gone.
 */
@Repository
class MongoDocuments implements Documents {

    private static final Bson ACTIVE = eq("trashed", null);
    private static final Bson IN_TRASH = and(ne("trashed", null), ne("purged", true));
    private static final Bson UNFINISHED = eq("unfinished", true);

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<BsonDocument> revisions;
    private final MongoChangedDocuments changed;
    private final MongoRecentChanges recent;

    MongoDocuments(MongoDatabase database) {
        this.documents = database.getCollection("documents", BsonDocument.class);
        this.revisions = database.getCollection("revisions", BsonDocument.class);
        this.changed = new MongoChangedDocuments(database);
        this.recent = new MongoRecentChanges(database);
        documents.createIndex(Indexes.ascending("type", "_id"));
        documents.createIndex(Indexes.ascending("slug"));
        documents.createIndex(Indexes.ascending("references"));
        documents.createIndex(Indexes.ascending("trashed.at"), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending("unfinished"), new IndexOptions().sparse(true));
        revisions.createIndex(Indexes.ascending("document", "version"));
        revisions.createIndex(Indexes.ascending("coalesced"), new IndexOptions().sparse(true));
    }

    @Override
    public Optional<Document> find(DocumentId id) {
        return Optional.ofNullable(documents.find(eq("_id", id.value())).first())
                .filter(stored -> !stored.containsKey("purged")).map(MongoDocumentForm::document);
    }

    @Override
    public Map<DocumentId, Document> findAll(Collection<DocumentId> ids) {
        Map<DocumentId, Document> found = new HashMap<>();
        documents.find(and(in("_id", ids.stream().map(DocumentId::value).toList()), ne("purged", true)))
                .map(MongoDocumentForm::document).forEach(document -> found.put(document.id(), document));
        return found;
    }

    @Override
    public List<Document> withSlugs(String type, Collection<String> slugs) {
        return documents.find(and(in("slug", slugs), eq("type", type), ACTIVE)).sort(ascending("_id"))
                .map(MongoDocumentForm::document)
                .into(new ArrayList<>());
    }

    @Override
    public List<Document> referring(Set<String> keys) {
        return documents.find(and(in("references", keys), ACTIVE)).sort(ascending("_id"))
                .map(MongoDocumentForm::document).into(new ArrayList<>());
    }

    @Override
    public List<Document> referring(Set<String> keys, String from, int limit) {
        return documents.find(and(in("references", keys), gte("_id", from), ACTIVE)).sort(ascending("_id"))
                .limit(limit).map(MongoDocumentForm::document).into(new ArrayList<>());
    }

    @Override
    public boolean add(Document document) {
        changed.note(document.id(), document.version());
        boolean added = Inserts.ifAbsent(documents, head(document));
        recent.note(List.of(document.id()));
        return added;
    }

    @Override
    public Set<Integer> addAll(List<Document> added) {
        changed.noteAll(added);
        Set<Integer> taken = Inserts.allIfAbsent(documents, added.stream().map(MongoDocuments::head).toList());
        recent.note(added.stream().map(Document::id).toList());
        return taken;
    }

    private static BsonDocument head(Document document) {
        return MongoDocumentForm.stored(document).append("_id", new BsonString(document.id().value()));
    }

    @Override
    public boolean replace(Document before, Document after) {
        String archived = before.id().value() + "@" + before.version();
        boolean _ = Inserts.ifAbsent(revisions, MongoDocumentForm.stored(before)
                .append("_id", new BsonString(archived)).append("document", new BsonString(before.id().value())));
        changed.note(after.id(), after.version());
        boolean moved = documents
                .updateOne(and(eq("_id", before.id().value()), eq("version", before.version())),
                        new BsonDocument("$set", MongoDocumentForm.stored(after)))
                .getModifiedCount() == 1;
        if (moved) {
            recent.note(List.of(after.id()));
        }
        // Not before: what a lost change would have superseded is still somebody's last word. Cut off here, one version too many is kept.
        if (moved && after.revision().continues(before.revision())) {
            revisions.updateOne(eq("_id", archived), set("coalesced", true));
        }
        return moved;
    }

    @Override
    public Optional<Document> version(DocumentId id, int version) {
        Optional<Document> head = find(id);
        if (head.isEmpty() || head.get().version() == version) {
            return head;
        }
        return Optional.ofNullable(revisions.find(eq("_id", id.value() + "@" + version)).first())
                .map(MongoDocumentForm::document);
    }

    @Override
    public List<Document> history(DocumentId id, int before, int limit) {
        List<Document> versions = new ArrayList<>();
        Optional<Document> current = find(id);
        if (current.isEmpty()) {
            return versions;
        }
        current.filter(head -> head.version() < before).ifPresent(versions::add);
        // An archived copy of the head itself is a change that was cut off; the head says the same.
        int older = Math.min(before, current.get().version());
        revisions.find(and(eq("document", id.value()), lt("version", older), ne("coalesced", true)))
                .projection(exclude("content"))
                .sort(descending("version")).limit(limit).map(MongoDocumentForm::document).into(versions);
        return versions.subList(0, Math.min(limit, versions.size()));
    }

    @Override
    public List<Document> list(DocumentQuery query) {
        List<Bson> filters = new ArrayList<>();
        filters.add(gt("_id", query.after() == null ? "" : query.after()));
        filters.add(query.trash() ? IN_TRASH : ACTIVE);
        if (query.type() != null) {
            filters.add(eq("type", query.type()));
        }
        if (query.state() != null) {
            filters.add(eq("workflow.state", query.state()));
        }
        if (query.slug() != null) {
            filters.add(eq("slug", query.slug()));
        }
        if (query.text() != null) {
            filters.add(regex("title", Pattern.compile(Pattern.quote(query.text()), Pattern.CASE_INSENSITIVE)));
        }
        return documents.find(and(filters)).projection(exclude("content")).sort(ascending("_id"))
                .limit(query.limit()).map(MongoDocumentForm::document).into(new ArrayList<>());
    }

    @Override
    public List<Head> heads() {
        return heads(ACTIVE);
    }

    @Override
    public List<Head> heads(Collection<DocumentId> ids) {
        return heads(and(in("_id", ids.stream().map(DocumentId::value).toList()), ACTIVE));
    }

    private List<Head> heads(Bson filter) {
        return documents.find(filter).projection(include("type", "slug", "title", "version")).sort(ascending("_id"))
                .map(MongoDocumentForm::head).into(new ArrayList<>());
    }

    @Override
    public Map<String, ObjectNode> contents(Collection<String> ids) {
        Map<String, ObjectNode> contents = new HashMap<>();
        List<String> documentIds = ids.stream().map(id -> id.substring(0, id.lastIndexOf('@'))).toList();
        documents.find(and(in("_id", documentIds), ne("purged", true))).projection(include("version", "content"))
                .forEach(stored -> contents.put(
                        stored.getString("_id").getValue() + "@" + stored.getInt32("version").getValue(),
                        JsonBson.toJson(stored.getDocument("content"))));
        contents.keySet().retainAll(ids);
        List<String> superseded = ids.stream().filter(id -> !contents.containsKey(id)).toList();
        if (!superseded.isEmpty()) {
            revisions.find(in("_id", superseded)).projection(include("content"))
                    .forEach(stored -> contents.put(stored.getString("_id").getValue(),
                            JsonBson.toJson(stored.getDocument("content"))));
        }
        return contents;
    }

    @Override
    public void project(List<Projected> projected) {
        if (!projected.isEmpty()) {
            documents.bulkWrite(projected.stream().map(MongoDocuments::projection).toList());
            changed.noteAnew(projected.stream().map(Projected::id).toList());
        }
    }

    private static UpdateOneModel<BsonDocument> projection(Projected projected) {
        BsonDocument live = new BsonDocument("release", new BsonInt32(projected.release())).append("version",
                projected.version() == null ? BsonNull.VALUE : new BsonInt32(projected.version()));
        return new UpdateOneModel<>(
                and(eq("_id", projected.id().value()), not(gte("live.release", projected.release()))),
                set("live", live));
    }

    @Override
    public void forgetAutosaves(Instant before) {
        revisions.deleteMany(
                and(eq("coalesced", true), lt("revision.at", MongoDocumentForm.date(before))));
    }

    @Override
    public List<DocumentId> purge(Instant before) {
        Bson due = and(IN_TRASH, lt("trashed.at", MongoDocumentForm.date(before)), eq("live.version", null));
        for (BsonDocument old : documents.find(due).projection(exclude("content")).into(new ArrayList<>())) {
            BsonDocument tombstone = new BsonDocument("purged", BsonBoolean.TRUE).append("unfinished", BsonBoolean.TRUE)
                    .append("trashed", old.getDocument("trashed"));
            documents.replaceOne(and(eq("_id", old.get("_id")), eq("version", old.get("version")), due), tombstone);
        }
        // Also those of a run that was cut off.
        List<DocumentId> purged = documents.find(UNFINISHED)
                .map(tombstone -> new DocumentId(tombstone.getString("_id").getValue())).into(new ArrayList<>());
        for (DocumentId id : purged) {
            revisions.deleteMany(eq("document", id.value()));
            changed.noteAnew(List.of(id));
        }
        return purged;
    }

    @Override
    public void purged(Collection<DocumentId> ids) {
        documents.updateMany(and(in("_id", ids.stream().map(DocumentId::value).toList()), UNFINISHED),
                unset("unfinished"));
    }
}
