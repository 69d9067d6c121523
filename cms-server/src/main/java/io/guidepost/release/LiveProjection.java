package io.guidepost.release;

import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Documents.Projected;
import java.util.List;
import java.util.stream.Stream;
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
    private int done;

    LiveProjection(ReleaseLog log, Documents documents, Positions positions) {
        this.log = log;
        this.documents = documents;
        this.positions = positions;
    }

    /** Applies the releases up to a number that no node has applied yet. */
    synchronized void catchUp(int release) {
        if (done < release) {
            done = Math.max(done, positions.of(FOLLOWER));
        }
        while (done < release) {
            List<Release> next = log.after(done, Math.min(BATCH, release - done));
            documents.project(next.stream().flatMap(LiveProjection::projected).toList());
            done = next.getLast().number();
            positions.advance(FOLLOWER, done);
        }
    }

    private static Stream<Projected> projected(Release release) {
        return release.entries().stream().map(entry -> new Projected(new DocumentId(entry.document()),
                release.number(), entry.version()));
    }
}
