package io.guidepost.upkeep;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import io.guidepost.editorial.DocumentId;
import io.guidepost.storage.Inserts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps links in the collection {@code link-checks}, as {@link MongoLinkForm} writes them. {@code due} is when a link may be claimed: once it is to be checked, or once a claim
 * is over. Whatever is not known is null:
 *
 * {@snippet lang=json :
 * {"_id": "source-bls", "url": "https://www.example.org/outlook", "due": {"$date": "2026-03-07T09:30:00Z"}, "claim": null,
 *  "result": "broken", "status": 404, "movedTo": null, "why": "There is no such page (404).",
 *  "at": {"$date": "2026-02-28T09:30:00Z"}, "since": {"$date": "2026-02-21T09:30:00Z"}, "failures": 2,
 *  "progress": {"url": "https://www.example.org/outlook", "whole": true, "redirects": 0, "moved": true}}
 * }
 */
@Repository
class MongoLinkChecks implements LinkChecks {

    private final MongoCollection<Document> links;

    MongoLinkChecks(MongoDatabase database) {
        this.links = database.getCollection("link-checks");
        links.createIndex(Indexes.ascending("due"));
        links.createIndex(Indexes.ascending("result", "_id"));
    }

    @Override
    public Map<DocumentId, String> urls() {
        Map<DocumentId, String> urls = new HashMap<>();
        links.find().projection(include("url"))
                .forEach(stored -> urls.put(new DocumentId(stored.getString("_id")), stored.getString("url")));
        return urls;
    }

    @Override
    public void track(DocumentId source, String url, Instant now) {
        Document stored = MongoLinkForm.stored(CheckedLink.unchecked(source, url, now));
        if (!Inserts.ifAbsent(links, stored.append("_id", source.value()))) {
            stored.remove("_id");
            links.updateOne(and(id(source), ne("url", url)), new Document("$set", stored));
        }
    }

    @Override
    public void forget(DocumentId source) {
        links.deleteOne(id(source));
    }

    @Override
    public Optional<CheckedLink> find(DocumentId source) {
        return Optional.ofNullable(links.find(id(source)).first()).map(MongoLinkForm::link);
    }

    @Override
    public List<CheckedLink> list(@Nullable LinkResult result, @Nullable DocumentId after, int limit) {
        Bson behind = gt("_id", after == null ? "" : after.value());
        return links.find(result == null ? behind : and(behind, eq("result", result.word()))).sort(ascending("_id"))
                .limit(limit).map(MongoLinkForm::link).into(new ArrayList<>());
    }

    @Override
    public void ask(DocumentId source, Instant now) {
        links.updateOne(and(id(source), eq("claim", null), gt("due", Date.from(now))), set("due", Date.from(now)));
    }

    @Override
    public Optional<Claimed> claim(Instant now, Instant until) {
        String token = UUID.randomUUID().toString();
        Document claimed = links.findOneAndUpdate(lte("due", Date.from(now)),
                combine(set("due", Date.from(until)), set("claim", token)),
                new FindOneAndUpdateOptions().sort(ascending("due")).returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(claimed).map(stored -> new Claimed(MongoLinkForm.link(stored), token));
    }

    @Override
    public void putBack(Claimed claimed, Progress next, Instant due) {
        links.updateOne(held(claimed), combine(set("progress", MongoLinkForm.stored(next)), set("due", Date.from(due)),
                set("claim", null)));
    }

    @Override
    public void conclude(Claimed claimed, CheckedLink checked) {
        links.updateOne(held(claimed), new Document("$set", MongoLinkForm.stored(checked)));
    }

    private static Bson id(DocumentId source) {
        return eq("_id", source.value());
    }

    private static Bson held(Claimed claimed) {
        return and(id(claimed.link().source()), eq("claim", claimed.token()));
    }
}
