package io.guidepost.quiz.response;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.guidepost.storage.Inserts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Collection {@code response_changes}: {@code {_id: <number>, kind, id, added: <responses>, settled, removed: <responses>, lost: [<id>],
 * void}}. A change says what it brings; once it is done it is settled, and says what it took the place of, and which of its responses were
 * there already. It is settled once, the same way whoever does it.
 */
final class MongoResponseLog {

    private static final int AT_ONCE = 8;
    private static final int NUMBERS_KEPT = 10_000;
    private static final String SETTLED = "settled";
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";
    private static final String LOST = "lost";
    private static final String VOID = "void";

    private final MongoCollection<Document> collection;
    private final ReentrantLock appending = new ReentrantLock();

    MongoResponseLog(MongoDatabase database) {
        this.collection = database.getCollection("response_changes");
        collection.createIndex(Indexes.ascending(SETTLED));
    }

    /** What a change does. */
    enum Kind {
        /** Responses are brought in. */
        ADD,
        /** One response takes the place of the one of its id. */
        CORRECT,
        /** One is erased. */
        ERASE
    }

    /**
     * A change.
     *
     * @param id of the response that is corrected or erased; empty for {@link Kind#ADD}
     * @param brought the responses that it is to bring
     * @param isSettled whether the rest is known
     * @param removed what it took the place of
     * @param lost ids of those brought that were there already
     * @param isVoid whether it came too late to do anything
     */
    record Change(long number, Kind kind, String id, List<Response> brought, boolean isSettled, List<Response> removed,
            Set<String> lost, boolean isVoid) {

        /** What it has added to the responses. */
        List<Response> added() {
            return isVoid ? List.of() : brought.stream().filter(response -> !lost.contains(response.id())).toList();
        }
    }

    /** Writes a change down under the next number. */
    Change append(Kind kind, String id, List<Response> brought) {
        Binary packed = new Binary(MongoResponseForm.packed(brought));
        appending.lock();
        try {
            long number;
            do {
                number = newest() + 1;
            } while (!Inserts.ifAbsent(collection, new Document("_id", number).append("kind", kind.name())
                    .append("id", id).append(ADDED, packed).append(SETTLED, false)));
            return new Change(number, kind, id, brought, false, List.of(), Set.of(), false);
        } finally {
            appending.unlock();
        }
    }

    /** The number of the newest change; 0: there is none. */
    long newest() {
        Document newest = collection.find().sort(Sorts.descending("_id")).projection(Projections.include("_id"))
                .first();
        return newest == null ? 0 : newest.getLong("_id");
    }

    /** The changes up to a number that are not settled. */
    List<Change> unsettled(long upTo) {
        return collection.find(Filters.and(Filters.eq(SETTLED, false), Filters.lte("_id", upTo))).map(
                MongoResponseLog::change).into(new ArrayList<>());
    }

    /** One of the changes; null: it is forgotten. */
    @Nullable
    Change get(long number) {
        Document stored = collection.find(Filters.eq("_id", number)).first();
        return stored == null ? null : change(stored);
    }

    /**
     * Reads changes in order.
     *
     * @throws ForgottenChangesException if one of them is forgotten
     */
    void between(long after, long upTo, Consumer<Change> reader) {
        long last = after;
        while (last < upTo) {
            List<Document> some = collection.find(Filters.gt("_id", last)).sort(Sorts.ascending("_id")).limit((int) Math
                    .min(AT_ONCE, upTo - last)).into(new ArrayList<>());
            for (Document stored : some) {
                Change change = change(stored);
                if (change.number() != ++last || !stored.containsKey(ADDED)) {
                    throw new ForgottenChangesException();
                }
                reader.accept(change);
            }
            if (some.isEmpty()) {
                throw new ForgottenChangesException();
            }
        }
    }

    /** Says that responses were brought in, but for some. */
    void settle(long number, Set<String> lost) {
        settle(number, Updates.combine(Updates.set(SETTLED, true), Updates.set(LOST, List.copyOf(lost))));
    }

    /** Says what a correction or an erasure took the place of. */
    void settle(long number, Response removed) {
        settle(number,
                Updates.combine(Updates.set(SETTLED, true), Updates.set(REMOVED, new Binary(MongoResponseForm.packed(
                        List.of(removed))))));
    }

    /** Says that a change came too late. */
    void settleAsVoid(long number) {
        settle(number, Updates.combine(Updates.set(SETTLED, true), Updates.set(VOID, true)));
    }

    private void settle(long number, Bson update) {
        collection.updateOne(Filters.and(Filters.eq("_id", number), Filters.eq(SETTLED, false)), update);
    }

    /**
     * Forgets what changes were. The last ones keep their numbers, so that nobody who was held up takes one of these once more.
     *
     * @param before what is done before with each that corrected or erased
     */
    void forget(long upTo, Consumer<Change> before) {
        collection.find(Filters.and(Filters.lte("_id", upTo), Filters.ne("kind", Kind.ADD.name()), Filters.exists(
                ADDED))).sort(Sorts.ascending("_id")).map(MongoResponseLog::change).forEach(before);
        collection.updateMany(Filters.and(Filters.lte("_id", upTo), Filters.exists(ADDED)),
                Updates.combine(Updates.unset(
                        ADDED), Updates.unset(REMOVED), Updates.unset(LOST), Updates.unset("id")));
        collection.deleteMany(Filters.lte("_id", upTo - NUMBERS_KEPT));
    }

    private static Change change(Document stored) {
        Collection<String> lost = stored.getList(LOST, String.class, List.of());
        String id = stored.getString("id");
        return new Change(stored.getLong("_id"), Kind.valueOf(stored.getString("kind")), id == null ? "" : id,
                responses(stored, ADDED), stored.getBoolean(SETTLED, false), responses(stored, REMOVED),
                new HashSet<>(lost), stored.getBoolean(VOID, false));
    }

    private static List<Response> responses(Document stored, String member) {
        Binary packed = stored.get(member, Binary.class);
        return packed == null ? new ArrayList<>() : MongoResponseForm.unpacked(packed.getData());
    }
}
