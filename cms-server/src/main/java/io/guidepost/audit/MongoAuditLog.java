package io.guidepost.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps entries in the collection {@code audit}, which is only inserted into. Ids begin with the time, so that a range of
 * times is a range of ids:
 *
 * {@snippet lang=json :
 * {"_id": "019ca3a5-2a40-7c2e-8f31-0d9a4e6b7c11", "at": {"$date": "2026-02-28T09:30:00Z"}, "actor": "ada",
 *  "command": "documents.submit", "target": "faq-degree", "from": "127.0.0.1", "outcome": "refused", "status": 412,
 *  "code": "stale-version", "request": "8f14e45f-ceea-467f-9575-2d1e5a4c1f0b"}
 * }
 */
@Repository
class MongoAuditLog implements AuditLog {

    private static final int BATCH = 500;
    private static final long LATEST = (1L << 48) - 1;

    private final MongoCollection<Document> entries;

    MongoAuditLog(MongoDatabase database) {
        entries = database.getCollection("audit");
        for (String field : List.of("actor", "command", "target", "outcome")) {
            entries.createIndex(Indexes.ascending(field, "_id"));
        }
    }

    @Override
    public void record(AuditEntry entry) {
        entries.insertOne(stored(entry));
    }

    @Override
    public Optional<AuditEntry> find(UUID id) {
        return Optional.ofNullable(entries.find(eq(id.toString())).first()).map(MongoAuditLog::entry);
    }

    @Override
    public List<AuditEntry> newest(AuditFilter filter, @Nullable UUID before, int limit) {
        Bson earlier = before == null ? empty() : lt("_id", before.toString());
        return entries.find(and(matching(filter), earlier)).sort(descending("_id")).limit(limit)
                .map(MongoAuditLog::entry).into(new ArrayList<>());
    }

    @Override
    public void forEach(AuditFilter filter, Consumer<AuditEntry> reader) {
        entries.find(matching(filter)).sort(ascending("_id")).batchSize(BATCH).map(MongoAuditLog::entry)
                .forEach(reader);
    }

    private static Bson matching(AuditFilter filter) {
        List<Bson> conditions = new ArrayList<>();
        if (filter.actor() != null) {
            conditions.add(eq("actor", filter.actor().value()));
        }
        if (filter.command() != null) {
            conditions.add(filter.command().endsWith(".")
                    ? beginning("command", filter.command(), '.')
                    : eq("command", filter.command()));
        }
        if (filter.target() != null) {
            conditions.add(or(eq("target", filter.target()), beginning("target", filter.target() + "/", '/')));
        }
        if (filter.outcome() != null) {
            conditions.add(eq("outcome", filter.outcome()));
        }
        if (filter.since() != null) {
            conditions.add(gte("_id", firstId(filter.since())));
        }
        if (filter.until() != null) {
            conditions.add(lt("_id", firstId(filter.until())));
        }
        return conditions.isEmpty() ? empty() : and(conditions);
    }

    /** All texts that begin so: from it up to what follows when its last character becomes the next one. */
    private static Bson beginning(String field, String text, char last) {
        String end = text.substring(0, text.length() - 1) + (char) (last + 1);
        return and(gte(field, text), lt(field, end));
    }

    /** What no id from before a time reaches, and every other does. */
    private static String firstId(Instant time) {
        long seconds = Math.clamp(time.getEpochSecond(), 0, LATEST / 1_000);
        long begun = time.getNano() % 1_000_000 == 0 ? 0 : 1;
        long millis = seconds == time.getEpochSecond()
                ? seconds * 1_000 + time.getNano() / 1_000_000 + begun
                : seconds * 1_000;
        return "%08x-%04x".formatted(millis >>> 16, millis & 0xffff);
    }

    private static Document stored(AuditEntry entry) {
        Document stored = new Document("_id", entry.id().toString()).append("at", Date.from(entry.at()));
        PersonId actor = entry.actor();
        append(stored, "actor", actor == null ? null : actor.value());
        stored.append("command", entry.command());
        append(stored, "target", entry.target());
        append(stored, "from", entry.from());
        stored.append("outcome", entry.outcome().word());
        if (entry.outcome() instanceof Outcome.Refused(int status, String code)) {
            stored.append("status", status).append("code", code);
        }
        append(stored, "request", entry.request());
        return stored;
    }

    private static void append(Document stored, String field, @Nullable String value) {
        if (value != null) {
            stored.append(field, value);
        }
    }

    private static AuditEntry entry(Document stored) {
        String actor = stored.getString("actor");
        return new AuditEntry(UUID.fromString(stored.getString("_id")),
                Objects.requireNonNull(stored.getDate("at")).toInstant(), actor == null ? null : new PersonId(actor),
                stored.getString("command"), stored.getString("target"), stored.getString("from"), outcome(stored),
                stored.getString("request"));
    }

    private static Outcome outcome(Document stored) {
        String outcome = stored.getString("outcome");
        return switch (outcome) {
            case "succeeded" -> new Outcome.Succeeded();
            case "refused" -> new Outcome.Refused(stored.getInteger("status"), stored.getString("code"));
            case "failed" -> new Outcome.Failed();
            default -> throw new IllegalStateException("Unknown outcome of a command: " + outcome);
        };
    }
}
