package io.guidepost.release;

import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes onto the working copies which version of them is live. Every step can be repeated, so a crash only means that some are.
 */
@Component
class LiveProjection {

    private static final String FOLLOWER = "documents.live";
    private static final int BATCH = 500;

    private final ReleaseLog log;
    private final Documents documents;
    private final Positions positions;
    private int done = -1;

    LiveProjection(ReleaseLog log, Documents documents, Positions positions) {
        this.log = log;
        this.documents = documents;
        this.positions = positions;
    }

    /** Applies the releases up to a number that have not been applied yet. */
    synchronized void catchUp(int release) {
        if (done < 0) {
            done = positions.of(FOLLOWER);
        }
        while (done < release) {
            List<Release> next = log.after(done, Math.min(BATCH, release - done));
            next.forEach(this::apply);
            done = next.getLast().number();
            positions.advance(FOLLOWER, done);
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
