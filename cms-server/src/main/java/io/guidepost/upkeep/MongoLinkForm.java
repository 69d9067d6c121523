package io.guidepost.upkeep;

import io.guidepost.editorial.DocumentId;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Links as {@link MongoLinkChecks} stores them. */
final class MongoLinkForm {

    private MongoLinkForm() {}

    static Document stored(CheckedLink link) {
        Verdict verdict = link.verdict();
        return new Document("url", link.url()).append("due", Date.from(link.due())).append("claim", null)
                .append("result", verdict == null ? null : verdict.result().word())
                .append("status", verdict == null ? null : verdict.status())
                .append("movedTo", verdict == null ? null : verdict.movedTo())
                .append("why", verdict == null ? null : verdict.why()).append("at", date(link.at()))
                .append("since", date(link.since())).append("failures", link.failures())
                .append("progress", link.progress() == null ? null : stored(link.progress()));
    }

    static Document stored(Progress progress) {
        return new Document("url", progress.url()).append("whole", progress.whole())
                .append("redirects", progress.redirects()).append("moved", progress.moved());
    }

    static CheckedLink link(Document stored) {
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
