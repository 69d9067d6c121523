package io.guidepost.quiz.response;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.guidepost.quiz.response.MongoResponseForm.Stored;
import io.guidepost.quiz.response.MongoResponseLog.Change;
import io.guidepost.quiz.response.MongoResponseLog.Kind;
import io.guidepost.storage.Inserts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Collection {@code responses}, of the form that {@link MongoResponseForm} describes, beside the log of their changes.
 *
 * <p>A change is written to the log first and then done, by whoever finds it undone: a response is stamped with the number of the change
 * that made it what it is, and nothing but a later change takes that place. Before a response is changed once more, the change that
 * stamped it is settled.
 */
@Component
class MongoResponses implements Responses {

    private static final int AT_ONCE = 1000;

    private final MongoCollection<RawBsonDocument> collection;
    private final MongoResponseLog log;

    MongoResponses(MongoDatabase database) {
        this.collection = database.getCollection("responses", RawBsonDocument.class);
        this.log = new MongoResponseLog(database);
    }

    @Override
    public Added add(List<Response> batch) {
        Map<String, Response> fresh = new LinkedHashMap<>();
        batch.forEach(response -> fresh.putIfAbsent(response.id(), response));
        fresh.keySet().removeAll(known(fresh.keySet()));
        if (fresh.isEmpty()) {
            return new Added(0, batch.size());
        }
        int stored = bringIn(log.append(Kind.ADD, "", List.copyOf(fresh.values())));
        return new Added(stored, batch.size() - stored);
    }

    @Override
    public boolean correct(Response response) {
        while (true) {
            Stored now = existing(response.id());
            Response before = now.response();
            if (before == null) {
                throw new UnknownResponseException();
            }
            if (before.equals(response)) {
                return false;
            }
            Change change = log.append(Kind.CORRECT, response.id(), List.of(response));
            if (replace(change)) {
                return true;
            }
        }
    }

    @Override
    public boolean erase(String id) {
        while (existing(id).response() != null) {
            if (replace(log.append(Kind.ERASE, id, List.of()))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long newest() {
        return log.newest();
    }

    @Override
    public void changes(long after, long upTo, Consumer<Response> added, Consumer<Response> removed) {
        log.between(after, upTo, change -> {
            Change settled = settled(change);
            settled.added().forEach(added);
            settled.removed().forEach(removed);
        });
    }

    @Override
    public void all(long upTo, Consumer<Response> reader) {
        log.unsettled(upTo).forEach(this::settled);
        Bson rest = Filters.empty();
        while (true) {
            List<RawBsonDocument> page = collection.find(rest).sort(Sorts.ascending("_id")).limit(AT_ONCE).into(
                    new ArrayList<>(AT_ONCE));
            if (page.isEmpty()) {
                return;
            }
            for (RawBsonDocument document : page) {
                Response response = MongoResponseForm.stored(document).asOf(upTo);
                if (response != null) {
                    reader.accept(response);
                }
            }
            rest = Filters.gt("_id", page.getLast().getString("_id").getValue());
        }
    }

    @Override
    public void forget(long upTo) {
        log.forget(upTo, replacement -> collection.updateOne(Filters.and(Filters.eq("_id", replacement.id()), Filters
                .eq("entry", replacement.number())), Updates.unset("was")));
    }

    /** A change that is done, and told what it did. */
    private Change settled(Change change) {
        if (change.isSettled()) {
            return change;
        }
        if (change.kind() == Kind.ADD) {
            bringIn(change);
        } else {
            replace(change);
        }
        Change settled = log.get(change.number());
        if (settled == null) {
            throw new ForgottenChangesException();
        }
        return settled;
    }

    /** Stores the responses of a change that are not there; gives how many are by this change. */
    private int bringIn(Change change) {
        List<Response> brought = change.brought();
        Set<Integer> there = Inserts.allIfAbsent(collection, brought.stream().map(response -> MongoResponseForm.raw(
                new Stored(response.id(), change.number(), response, null))).toList());
        Set<String> lost = new HashSet<>();
        if (!there.isEmpty()) {
            there.forEach(index -> lost.add(brought.get(index).id()));
            for (RawBsonDocument document : collection.find(in(lost))) {
                Stored stored = MongoResponseForm.stored(document);
                if (stored.isBy(change.number())) {
                    lost.remove(stored.id());
                }
            }
        }
        log.settle(change.number(), lost);
        return brought.size() - lost.size();
    }

    /** Corrects or erases; false: something later was there before. */
    private boolean replace(Change change) {
        while (true) {
            Stored now = known(change.id());
            Stored was = now.was();
            if (now.entry() == change.number() && was != null && was.response() != null) {
                log.settle(change.number(), was.response());
                return true;
            }
            Response before = now.response();
            if (now.entry() >= change.number() || before == null) {
                log.settleAsVoid(change.number());
                Change settled = log.get(change.number());
                return settled == null || !settled.isVoid();
            }
            Change stamp = log.get(now.entry());
            if (stamp != null) {
                settled(stamp);
            }
            @Nullable
            Response after = change.brought().isEmpty() ? null : change.brought().getFirst();
            Stored next = new Stored(change.id(), change.number(), after, new Stored(change.id(), now.entry(), before,
                    null));
            collection.replaceOne(Filters.and(Filters.eq("_id", change.id()), Filters.eq("entry", now.entry() == 0
                    ? null
                    : now.entry())), MongoResponseForm.raw(next));
        }
    }

    /** A response that there is, or that a change brings in which was only written down. */
    private Stored existing(String id) {
        Stored there = find(id);
        if (there != null) {
            return there;
        }
        log.unsettled(log.newest()).forEach(this::settled);
        return known(id);
    }

    private Stored known(String id) {
        Stored there = find(id);
        if (there == null) {
            throw new UnknownResponseException();
        }
        return there;
    }

    private @Nullable Stored find(String id) {
        RawBsonDocument document = collection.find(Filters.eq("_id", id)).first();
        return document == null ? null : MongoResponseForm.stored(document);
    }

    private Set<String> known(Collection<String> ids) {
        Set<String> known = new HashSet<>();
        for (RawBsonDocument document : collection.find(in(ids)).projection(Projections.include("_id"))) {
            known.add(document.getString("_id").getValue());
        }
        return known;
    }

    private static Bson in(Collection<String> ids) {
        return Filters.in("_id", new ArrayList<>(ids));
    }
}
