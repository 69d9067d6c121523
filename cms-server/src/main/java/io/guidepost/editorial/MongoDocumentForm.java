package io.guidepost.editorial;

import io.guidepost.editorial.Revision.Change;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.storage.JsonBson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a document is written down; {@link MongoDocuments} shows the form. */
final class MongoDocumentForm {

    private MongoDocumentForm() {}

    /** All but {@code _id}, and {@code live}, which only the projection of releases writes. */
    static BsonDocument stored(Document document) {
        Body body = document.body();
        return new BsonDocument("type", new BsonString(document.type())).append("slug", new BsonString(body.slug()))
                .append("title", new BsonString(body.title()))
                .append("version", new BsonInt32(document.version()))
                .append("workflow", stored(document.workflow()))
                .append("content", JsonBson.toBson(body.content())).append("hash", new BsonString(body.hash()))
                .append("references", texts(body.references()))
                .append("authors", texts(document.authors().stream().map(PersonId::value).toList()))
                .append("revision", stored(document.revision())).append("created", date(document.created()))
                .append("trashed", stored(document.trashed()));
    }

    static Document document(BsonDocument stored) {
        String id = text(stored, stored.containsKey("document") ? "document" : "_id");
        ObjectNode content = stored.containsKey("content")
                ? JsonBson.toJson(stored.getDocument("content"))
                : JsonNodeFactory.instance.objectNode();
        Body body = new Body(content, text(stored, "slug"), text(stored, "title"),
                new HashSet<>(texts(stored, "references")), text(stored, "hash"));
        return new Document(new DocumentId(id), text(stored, "type"), stored.getInt32("version").getValue(), body,
                people(stored, "authors"), workflow(stored.getDocument("workflow")),
                revision(stored.getDocument("revision")), instant(stored, "created"), live(stored.get("live")),
                trashed(stored.get("trashed")));
    }

    static Documents.Head head(BsonDocument stored) {
        return new Documents.Head(new DocumentId(text(stored, "_id")), text(stored, "type"), text(stored, "slug"),
                text(stored, "title"), stored.getInt32("version").getValue());
    }

    static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private static BsonDocument stored(Workflow workflow) {
        BsonDocument stored = new BsonDocument("state", new BsonString(workflow.state()));
        return switch (workflow) {
            case Workflow.Draft _ -> stored;
            case Workflow.InReview(PersonId by, Instant at, Reviewers reviewers, List<Approval> approvals) -> stored
                    .append("by", new BsonString(by.value())).append("at", date(at))
                    .append("reviewers", stored(reviewers)).append("approvals", stored(approvals));
            case Workflow.ChangesRequested(PersonId by, Instant at, String reason, Reviewers reviewers) -> stored
                    .append("by", new BsonString(by.value())).append("at", date(at))
                    .append("reason", new BsonString(reason)).append("reviewers", stored(reviewers));
            case Workflow.Approved(List<Approval> approvals) -> stored.append("approvals", stored(approvals));
        };
    }

    private static Workflow workflow(BsonDocument stored) {
        String state = text(stored, "state");
        return switch (state) {
            case "Draft" -> new Workflow.Draft();
            case "InReview" -> new Workflow.InReview(person(stored), instant(stored, "at"), reviewers(stored),
                    approvals(stored));
            case "ChangesRequested" -> new Workflow.ChangesRequested(person(stored), instant(stored, "at"),
                    text(stored, "reason"), reviewers(stored));
            case "Approved" -> new Workflow.Approved(approvals(stored));
            default -> throw new IllegalStateException("Unknown state of the workflow: " + state);
        };
    }

    private static BsonDocument stored(Reviewers reviewers) {
        BsonDocument stored = new BsonDocument("people",
                texts(reviewers.people().stream().map(PersonId::value).toList()));
        Role role = reviewers.role();
        return role == null ? stored : stored.append("role", new BsonString(role.key()));
    }

    private static Reviewers reviewers(BsonDocument workflow) {
        BsonDocument stored = workflow.getDocument("reviewers");
        return new Reviewers(people(stored, "people"),
                stored.containsKey("role") ? Role.ofKey(text(stored, "role")).orElseThrow() : null);
    }

    private static BsonArray stored(List<Approval> approvals) {
        BsonArray stored = new BsonArray();
        approvals.forEach(approval -> stored.add(new BsonDocument("by", new BsonString(approval.by().value()))
                .append("at", date(approval.at())).append("hash", new BsonString(approval.hash()))));
        return stored;
    }

    private static List<Approval> approvals(BsonDocument workflow) {
        return workflow.getArray("approvals").stream().map(BsonValue::asDocument)
                .map(stored -> new Approval(person(stored), instant(stored, "at"), text(stored, "hash"))).toList();
    }

    private static BsonDocument stored(Revision revision) {
        BsonDocument stored = new BsonDocument("change", new BsonString(revision.change().name()))
                .append("by", new BsonString(revision.by().value())).append("at", date(revision.at()))
                .append("message", new BsonString(revision.message()));
        if (revision.effect() != null) {
            stored.append("effect", new BsonString(revision.effect()));
        }
        if (revision.autosavedSince() != null) {
            stored.append("autosavedSince", date(revision.autosavedSince()));
        }
        return stored;
    }

    private static Revision revision(BsonDocument stored) {
        return new Revision(Change.valueOf(text(stored, "change")), person(stored), instant(stored, "at"),
                text(stored, "message"), stored.containsKey("effect") ? text(stored, "effect") : null,
                stored.containsKey("autosavedSince") ? instant(stored, "autosavedSince") : null);
    }

    private static BsonValue stored(@Nullable Trashed trashed) {
        return trashed == null
                ? BsonNull.VALUE
                : new BsonDocument("by", new BsonString(trashed.by().value())).append("at", date(trashed.at()));
    }

    private static @Nullable Trashed trashed(@Nullable BsonValue stored) {
        return stored == null || !stored.isDocument()
                ? null
                : new Trashed(person(stored.asDocument()), instant(stored.asDocument(), "at"));
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

    private static BsonArray texts(Collection<String> values) {
        return new BsonArray(values.stream().sorted().map(BsonString::new).toList());
    }

    private static List<String> texts(BsonDocument stored, String field) {
        List<String> values = new ArrayList<>();
        stored.getArray(field).forEach(value -> values.add(value.asString().getValue()));
        return values;
    }

    private static Set<PersonId> people(BsonDocument stored, String field) {
        Set<PersonId> people = new HashSet<>();
        texts(stored, field).forEach(person -> people.add(new PersonId(person)));
        return people;
    }

    private static PersonId person(BsonDocument stored) {
        return new PersonId(text(stored, "by"));
    }

    private static String text(BsonDocument stored, String field) {
        return stored.getString(field).getValue();
    }

    private static Instant instant(BsonDocument stored, String field) {
        return Instant.ofEpochMilli(stored.getDateTime(field).getValue());
    }
}
