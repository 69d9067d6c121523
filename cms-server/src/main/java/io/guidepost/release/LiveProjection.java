package io.guidepost.release;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes onto the working copies which version of them is live. How far it has come is kept in the collection {@code positions},
 * {@code {"_id": "documents.live", "release": 7}}; every step can be repeated, so a crash only means that some are.
 */
@Component
class LiveProjection {

    private static final String POSITION = "documents.live";
    private static final int BATCH = 500;

    private final ReleaseLog log;
    private final Documents documents;
    private final MongoCollection<Document> positions;
    private int done = -1;

    LiveProjection(ReleaseLog log, Documents documents, MongoDatabase database) {
        this.log = log;
        this.documents = documents;
        this.positions = database.getCollection("positions");
    }

    /** Applies the releases up to a number that have not been applied yet. */
    synchronized void catchUp(int release) {
        if (done < 0) {
            Document stored = positions.find(eq("_id", POSITION)).first();
            done = stored == null ? 0 : stored.getInteger("release");
        }
        while (done < release) {
            List<Release> next = log.after(done, Math.min(BATCH, release - done));
            next.forEach(this::apply);
            done = next.getLast().number();
            positions.updateOne(eq("_id", POSITION), max("release", done), new UpdateOptions().upsert(true));
        }
    }

    private void apply(Release release) {
        for (Entry entry : release.entries()) {
            documents.project(new DocumentId(entry.document()), release.number(), version(entry.publication()));
        }
    }

    private static @Nullable Integer version(@Nullable String publication) {
        return publication == null
                ? null
                : Integer.valueOf(publication.substring(publication.lastIndexOf('@') + 1));
    }
}
