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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps links in the collection {@code link-checks}. {@code due} is when a link may be claimed: once it is to be checked, or once a claim
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
        Document stored = stored(CheckedLink.unchecked(source, url, now));
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
        return Optional.ofNullable(links.find(id(source)).first()).map(MongoLinkChecks::link);
    }

    @Override
    public List<CheckedLink> list(@Nullable LinkResult result, @Nullable DocumentId after, int limit) {
        Bson behind = gt("_id", after == null ? "" : after.value());
        return links.find(result == null ? behind : and(behind, eq("result", result.word()))).sort(ascending("_id"))
                .limit(limit).map(MongoLinkChecks::link).into(new ArrayList<>());
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
        return Optional.ofNullable(claimed).map(stored -> new Claimed(link(stored), token));
    }

    @Override
    public void putBack(Claimed claimed, Progress next, Instant due) {
        links.updateOne(held(claimed), combine(set("progress", stored(next)), set("due", Date.from(due)),
                set("claim", null)));
    }

    @Override
    public void conclude(Claimed claimed, CheckedLink checked) {
        links.updateOne(held(claimed), new Document("$set", stored(checked)));
    }

    private static Bson id(DocumentId source) {
        return eq("_id", source.value());
    }

    private static Bson held(Claimed claimed) {
        return and(id(claimed.link().source()), eq("claim", claimed.token()));
    }

    private static Document stored(CheckedLink link) {
        Verdict verdict = link.verdict();
        return new Document("url", link.url()).append("due", Date.from(link.due())).append("claim", null)
                .append("result", verdict == null ? null : verdict.result().word())
                .append("status", verdict == null ? null : verdict.status())
                .append("movedTo", verdict == null ? null : verdict.movedTo())
                .append("why", verdict == null ? null : verdict.why()).append("at", date(link.at()))
                .append("since", date(link.since())).append("failures", link.failures())
                .append("progress", link.progress() == null ? null : stored(link.progress()));
    }

    private static Document stored(Progress progress) {
        return new Document("url", progress.url()).append("whole", progress.whole())
                .append("redirects", progress.redirects()).append("moved", progress.moved());
    }

    private static CheckedLink link(Document stored) {
        String result = stored.getString("result");
        Verdict verdict = result == null
                ? null
                : new Verdict(LinkResult.ofWord(result).orElseThrow(), stored.getInteger("status"),
                        stored.getString("movedTo"), stored.getString("why"));
        Document progress = stored.get("progress", Document.class);
        return new CheckedLink(new DocumentId(stored.getString("_id")), stored.getString("url"), verdict,
                instant(stored, "at"), instant(stored, "since"), stored.getInteger("failures"),
                Objects.requireNonNull(instant(stored, "due")), progress == null ? null : progress(progress));
    }

    private static Progress progress(Document stored) {
        return new Progress(stored.getString("url"), stored.getBoolean("whole"), stored.getInteger("redirects"),
                stored.getBoolean("moved"));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document stored, String field) {
        Date date = stored.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
