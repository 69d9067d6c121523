package io.guidepost.editorial;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.guidepost.editorial.Document.ChangeKind;
import io.guidepost.security.PersonId;
import io.guidepost.storage.Inserts;
import io.guidepost.storage.JsonBson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps working copies in the collection {@code documents}, and superseded versions of the same shape in {@code revisions} under
 * {@code _id: "document@version"} with the document's id in {@code document}:
 *
 * {@snippet lang=json :
 * {"_id": "faq-degree", "type": "Faq", "slug": "degree", "title": "Do I need a degree?", "version": 3,
 *  "workflow": {"state": "InReview", "by": "ada", "at": {"$date": "2026-02-28T09:30:00Z"}},
 *  "content": {"slug": "degree", "question": "Do I need a degree?"}, "authors": ["ada"], "change": "SUBMITTED",
 *  "by": "ada", "at": {"$date": "2026-02-28T09:30:00Z"}, "created": {"$date": "2026-02-27T08:00:00Z"},
 *  "live": {"release": 7, "version": 1}}
 * }
 */
@Repository
class MongoDocuments implements Documents {

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<BsonDocument> revisions;

    MongoDocuments(MongoDatabase database) {
        this.documents = database.getCollection("documents", BsonDocument.class);
        this.revisions = database.getCollection("revisions", BsonDocument.class);
        documents.createIndex(Indexes.ascending("type", "_id"));
        documents.createIndex(Indexes.ascending("slug"));
        revisions.createIndex(Indexes.ascending("document", "version"));
    }

    @Override
    public Optional<Document> find(DocumentId id) {
        return Optional.ofNullable(documents.find(eq("_id", id.value())).first()).map(MongoDocuments::document);
    }

    @Override
    public List<Document> findAll(Collection<DocumentId> ids) {
        return documents.find(in("_id", ids.stream().map(DocumentId::value).toList())).map(MongoDocuments::document)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(Document document) {
        return Inserts.ifAbsent(documents, stored(document).append("_id", new BsonString(document.id().value())));
    }

    @Override
    public boolean replace(Document before, Document after) {
        BsonDocument superseded = stored(before)
                .append("_id", new BsonString(before.id().value() + "@" + before.version()))
                .append("document", new BsonString(before.id().value()));
        boolean _ = Inserts.ifAbsent(revisions, superseded);
        return documents
                .updateOne(and(eq("_id", before.id().value()), eq("version", before.version())),
                        new BsonDocument("$set", stored(after)))
                .getModifiedCount() == 1;
    }

    @Override
    public Optional<Document> version(DocumentId id, int version) {
        return find(id).filter(current -> current.version() == version).or(() -> Optional
                .ofNullable(revisions.find(eq("_id", id.value() + "@" + version)).first())
                .map(MongoDocuments::document));
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
        revisions.find(and(eq("document", id.value()), lt("version", older))).projection(exclude("content"))
                .sort(descending("version")).limit(limit).map(MongoDocuments::document).into(versions);
        return versions.subList(0, Math.min(limit, versions.size()));
    }

    @Override
    public List<Document> list(DocumentQuery query) {
        List<Bson> filters = new ArrayList<>();
        filters.add(gt("_id", query.after() == null ? "" : query.after()));
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
                .limit(query.limit()).map(MongoDocuments::document).into(new ArrayList<>());
    }

    @Override
    public void project(DocumentId id, int release, @Nullable Integer version) {
        BsonDocument live = new BsonDocument("release", new BsonInt32(release)).append("version",
                version == null ? BsonNull.VALUE : new BsonInt32(version));
        documents.updateOne(and(eq("_id", id.value()), not(gte("live.release", release))), set("live", live));
    }

    /** All but {@code _id}, and {@code live}, which only {@link #project} writes. */
    private static BsonDocument stored(Document document) {
        BsonArray authors = new BsonArray();
        document.authors().stream().map(PersonId::value).sorted().map(BsonString::new).forEach(authors::add);
        return new BsonDocument("type", new BsonString(document.type()))
                .append("slug", new BsonString(document.slug())).append("title", new BsonString(document.title()))
                .append("version", new BsonInt32(document.version()))
                .append("workflow", stored(document.workflow()))
                .append("content", JsonBson.toBson(document.content())).append("authors", authors)
                .append("change", new BsonString(document.change().name()))
                .append("by", new BsonString(document.by().value())).append("at", date(document.at()))
                .append("created", date(document.created()));
    }

    private static BsonDocument stored(Workflow workflow) {
        BsonDocument stored = new BsonDocument("state", new BsonString(workflow.getClass().getSimpleName()));
        return switch (workflow) {
            case Workflow.Draft _ -> stored;
            case Workflow.InReview(PersonId by, Instant at) -> stored.append("by", new BsonString(by.value()))
                    .append("at", date(at));
            case Workflow.ChangesRequested(PersonId by, Instant at, String reason) -> stored
                    .append("by", new BsonString(by.value())).append("at", date(at))
                    .append("reason", new BsonString(reason));
            case Workflow.Approved(PersonId by, Instant at) -> stored.append("by", new BsonString(by.value()))
                    .append("at", date(at));
        };
    }

    private static Document document(BsonDocument stored) {
        String id = text(stored, stored.containsKey("document") ? "document" : "_id");
        Set<PersonId> authors = new HashSet<>();
        stored.getArray("authors").forEach(author -> authors.add(new PersonId(author.asString().getValue())));
        ObjectNode content = stored.containsKey("content")
                ? JsonBson.toJson(stored.getDocument("content"))
                : JsonNodeFactory.instance.objectNode();
        return new Document(new DocumentId(id), text(stored, "type"), text(stored, "slug"), text(stored, "title"),
                stored.getInt32("version").getValue(), workflow(stored.getDocument("workflow")), content, authors,
                ChangeKind.valueOf(text(stored, "change")), new PersonId(text(stored, "by")), instant(stored, "at"),
                instant(stored, "created"), live(stored.get("live")));
    }

    private static Workflow workflow(BsonDocument stored) {
        String state = text(stored, "state");
        return switch (state) {
            case "Draft" -> new Workflow.Draft();
            case "InReview" -> new Workflow.InReview(new PersonId(text(stored, "by")), instant(stored, "at"));
            case "ChangesRequested" -> new Workflow.ChangesRequested(new PersonId(text(stored, "by")),
                    instant(stored, "at"), text(stored, "reason"));
            case "Approved" -> new Workflow.Approved(new PersonId(text(stored, "by")), instant(stored, "at"));
            default -> throw new IllegalStateException("Unknown state of the workflow: " + state);
        };
    }

    private static @Nullable Live live(@Nullable BsonValue stored) {
        if (stored == null || !stored.isDocument()) {
            return null;
        }
        BsonDocument live = stored.asDocument();
        BsonValue version = live.get("version");
        return new Live(live.getInt32("release").getValue(),
                version != null && version.isInt32() ? version.asInt32().getValue() : null);
    }

    private static String text(BsonDocument stored, String field) {
        return stored.getString(field).getValue();
    }

    private static Instant instant(BsonDocument stored, String field) {
        return Instant.ofEpochMilli(stored.getDateTime(field).getValue());
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }
}
