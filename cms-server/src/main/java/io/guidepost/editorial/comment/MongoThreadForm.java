package io.guidepost.editorial.comment;

import io.guidepost.comparison.Anchor;
import io.guidepost.comparison.TextRange;
import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** How a thread is written down; {@link MongoComments} shows the form. */
final class MongoThreadForm {

    private MongoThreadForm() {}

    static BsonDocument stored(CommentThread thread) {
        BsonArray replies = new BsonArray();
        thread.replies().forEach(reply -> replies.add(stored(reply)));
        BsonDocument stored = new BsonDocument("_id", new BsonString(thread.id().toString()))
                .append("document", new BsonString(thread.document().value()))
                .append("version", new BsonInt32(thread.version())).append("made", stored(thread.made(), true))
                .append("found", stored(thread.found(), false)).append("opening", stored(thread.opening()))
                .append("replies", replies).append("count", new BsonInt32(replies.size()));
        if (thread.goneAt() > 0) {
            stored.append("gone", new BsonInt32(thread.goneAt()));
        }
        Turn turn = thread.turn();
        if (turn != null) {
            stored.append("turn",
                    new BsonDocument("resolved", BsonBoolean.valueOf(turn.resolved()))
                            .append("by", new BsonString(turn.by().value())).append("at", date(turn.at())));
        }
        return stored;
    }

    static BsonDocument stored(Comment comment) {
        BsonDocument stored = new BsonDocument("id", new BsonString(comment.id().toString()))
                .append("by", new BsonString(comment.author().value())).append("at", date(comment.at()))
                .append("text", new BsonString(comment.text())).append("mentions",
                        new BsonArray(comment.mentions().stream().map(PersonId::value).map(BsonString::new).toList()));
        Instant edited = comment.edited();
        return edited == null ? stored : stored.append("edited", date(edited));
    }

    static BsonDocument stored(Place place, boolean quoted) {
        BsonDocument stored = new BsonDocument("version", new BsonInt32(place.version())).append("pointer",
                new BsonString(place.anchor().pointer()));
        TextRange range = place.anchor().range();
        if (range != null) {
            stored.append("start", new BsonInt32(range.start())).append("end", new BsonInt32(range.end()));
            if (quoted) {
                stored.append("quote", new BsonString(range.quote()));
            }
        }
        return stored;
    }

    static CommentThread thread(BsonDocument stored) {
        BsonDocument made = stored.getDocument("made");
        String quote = made.containsKey("quote") ? text(made, "quote") : "";
        List<Comment> replies = stored.getArray("replies").stream().map(reply -> comment(reply.asDocument())).toList();
        BsonDocument turn = stored.containsKey("turn") ? stored.getDocument("turn") : null;
        return new CommentThread(new DocumentId(text(stored, "document")), stored.getInt32("version").getValue(),
                place(made, quote), place(stored.getDocument("found"), quote),
                stored.containsKey("gone") ? stored.getInt32("gone").getValue() : 0,
                comment(stored.getDocument("opening")), replies,
                turn == null
                        ? null
                        : new Turn(turn.getBoolean("resolved").getValue(), person(turn), instant(turn, "at")));
    }

    private static Place place(BsonDocument stored, String quote) {
        TextRange range = stored.containsKey("start")
                ? new TextRange(stored.getInt32("start").getValue(), stored.getInt32("end").getValue(), quote)
                : null;
        return new Place(stored.getInt32("version").getValue(), new Anchor(text(stored, "pointer"), range));
    }

    private static Comment comment(BsonDocument stored) {
        return new Comment(UUID.fromString(text(stored, "id")), person(stored), instant(stored, "at"),
                text(stored, "text"),
                stored.getArray("mentions").stream().map(id -> new PersonId(id.asString().getValue())).toList(),
                stored.containsKey("edited") ? instant(stored, "edited") : null);
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

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }
}
