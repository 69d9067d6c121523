package io.guidepost.delivery.preview;

import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Documents.Head;
import io.guidepost.editorial.RecentChanges;
import io.guidepost.editorial.RecentChanges.Since;
import java.util.Collection;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;
import org.springframework.stereotype.Component;

/** The heads of all working copies outside the trash, in memory, brought up to date by what has changed since they were last asked for. */
@Component
class WorkingHeads {

    private final Documents documents;
    private final RecentChanges changes;
    private volatile Known known = new Known("", TreePMap.empty());

    WorkingHeads(Documents documents, RecentChanges changes) {
        this.documents = documents;
        this.changes = changes;
    }

    /** The heads, and up to which mark of the changes they are known. */
    private record Known(String mark, PSortedMap<String, Head> heads) {}

    /** The heads by id, in the order of the ids; the same object for as long as none has changed. */
    PSortedMap<String, Head> newest() {
        Known before = known;
        return changes.since(before.mark()).isNothing() ? before.heads() : catchUp();
    }

    private synchronized PSortedMap<String, Head> catchUp() {
        Known before = known;
        // Looked at first: a change that comes while the heads are being read is looked at again next time.
        Since since = changes.since(before.mark());
        PSortedMap<String, Head> heads = since.documents().map(changed -> changed(before.heads(), changed))
                .orElseGet(() -> with(TreePMap.empty(), documents.heads()));
        known = new Known(since.mark(), heads);
        return heads;
    }

    private PSortedMap<String, Head> changed(PSortedMap<String, Head> before, Collection<DocumentId> changed) {
        return with(before.minusAll(changed.stream().map(DocumentId::value).toList()), documents.heads(changed));
    }

    private static PSortedMap<String, Head> with(PSortedMap<String, Head> before, Collection<Head> more) {
        PSortedMap<String, Head> heads = before;
        for (Head head : more) {
            heads = heads.plus(head.id().value(), head);
        }
        return heads;
    }
}
