package io.guidepost.notifications;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import io.guidepost.storage.Inserts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps notifications in the collection {@code notifications}:
 *
 * {@snippet lang=json :
 * {"_id": "faq-degree@3:review-requested:eve", "person": "eve", "at": {"$date": "2026-02-28T09:30:00Z"},
 *  "kind": "review-requested", "by": "ada", "document": "faq-degree", "version": 3, "release": null, "plan": null,
 *  "title": "Do I need a degree?", "text": "Ada asks you to review “Do I need a degree?”.",
 *  "link": "/api/documents/faq-degree", "read": null, "mail": "none"}
 * }
 *
 * {@link MongoOutbox} shows what becomes of {@code mail}.
 */
@Repository
class MongoNotifications implements Notifications {

    static final String COLLECTION = "notifications";

    private final MongoCollection<Document> notifications;

    MongoNotifications(MongoDatabase database) {
        this.notifications = database.getCollection(COLLECTION);
        notifications.createIndex(Indexes.descending("person", "at", "_id"));
        notifications.createIndex(Indexes.ascending("person", "read"));
        notifications.createIndex(Indexes.ascending("document", "kind"));
        notifications.createIndex(Indexes.ascending("at"));
    }

    @Override
    public void add(List<Notification> told, Collection<String> mailed) {
        Set<String> mails = Set.copyOf(mailed);
        Inserts.allIfAbsent(notifications, told.stream().map(one -> {
            Document stored = stored(one);
            return mails.contains(one.id())
                    ? MongoOutbox.pending(stored, one.at())
                    : stored.append("mail", MongoOutbox.NONE);
        }).toList());
    }

    @Override
    public List<Notification> list(PersonId person, boolean unread, @Nullable Position after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(eq("person", person.value())));
        if (unread) {
            filters.add(eq("read", null));
        }
        if (after != null) {
            filters.add(or(lt("at", Date.from(after.at())),
                    and(eq("at", Date.from(after.at())), lt("_id", after.id()))));
        }
        return notifications.find(and(filters)).sort(descending("at", "_id")).limit(limit)
                .map(MongoNotifications::notification).into(new ArrayList<>());
    }

    @Override
    public long unread(PersonId person) {
        return notifications.countDocuments(and(eq("person", person.value()), eq("read", null)));
    }

    @Override
    public Optional<Notification> find(PersonId person, String id) {
        return Optional.ofNullable(notifications.find(own(person, id)).map(MongoNotifications::notification).first());
    }

    @Override
    public void read(PersonId person, String id, Instant at) {
        notifications.updateOne(and(own(person, id), eq("read", null)), set("read", Date.from(at)));
    }

    @Override
    public void readFrom(PersonId person, Position newest, Instant at) {
        notifications.updateMany(
                and(eq("person", person.value()), eq("read", null), or(lt("at", Date.from(newest.at())),
                        and(eq("at", Date.from(newest.at())), lte("_id", newest.id())))),
                set("read", Date.from(at)));
    }

    @Override
    public void settle(NotificationKind kind, DocumentId document, int before, @Nullable PersonId person, Instant at) {
        List<Bson> filters = new ArrayList<>(List.of(eq("document", document.value()), eq("kind", kind.word()),
                lt("version", before), eq("read", null)));
        if (person != null) {
            filters.add(eq("person", person.value()));
        }
        notifications.updateMany(and(filters), set("read", Date.from(at)));
    }

    @Override
    public void forget(Instant before) {
        notifications.deleteMany(lt("at", Date.from(before)));
    }

    private static Bson own(PersonId person, String id) {
        return and(eq("_id", id), eq("person", person.value()));
    }

    private static Document stored(Notification told) {
        About about = told.message().about();
        return new Document("_id", told.id()).append("person", told.person().value())
                .append("at", Date.from(told.at())).append("kind", told.kind().word())
                .append("by", told.by() == null ? null : told.by().value())
                .append("document", about.document() == null ? null : about.document().value())
                .append("version", about.version()).append("release", about.release()).append("plan", about.plan())
                .append("title", told.message().title()).append("text", told.message().text())
                .append("link", told.message().link()).append("read", null);
    }

    static Notification notification(Document stored) {
        String document = stored.getString("document");
        String by = stored.getString("by");
        Date read = stored.getDate("read");
        About about = new About(document == null ? null : new DocumentId(document), stored.getInteger("version"),
                stored.getInteger("release"), stored.getString("plan"));
        return new Notification(stored.getString("_id"), new PersonId(stored.getString("person")),
                Objects.requireNonNull(stored.getDate("at")).toInstant(),
                NotificationKind.ofWord(stored.getString("kind")).orElseThrow(), by == null ? null : new PersonId(by),
                new Message(about, stored.getString("title"), stored.getString("text"), stored.getString("link")),
                read == null ? null : read.toInstant());
    }
}
