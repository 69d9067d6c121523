package io.guidepost.editorial;

import io.guidepost.editorial.Revision.Change;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The commands that delete working copies, and take them back. What is live, or needed, is not deleted. */
@Service
public class Trash {

    private final WorkingCopies copies;
    private final WorkingReferences references;

    Trash(WorkingCopies copies, WorkingReferences references) {
        this.copies = copies;
        this.references = references;
    }

    /**
     * Puts a document into the trash.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @param version the version that the command is based on
     * @param withReferrers whether documents that need it go with it, and those that need them
     * @return the document in the trash
     * @throws StillLiveException if it, or one that would go with it, is live: that must be withdrawn first
     * @throws StillReferencedException if others need it and are not to go with it
     */
    public Document delete(Actor actor, DocumentId id, int version, boolean withReferrers) {
        actor.require(Change.TRASHED.permission());
        Document document = copies.active(id, version);
        List<Document> together = withReferrers ? dependents(document) : List.of();
        if (!withReferrers) {
            List<Referrer> referrers = references.to(document).stream().filter(referrer -> !referrer.weak()).toList();
            if (!referrers.isEmpty()) {
                throw new StillReferencedException(document.title(), referrers);
            }
        }
        List<Document> live = new ArrayList<>(together);
        live.add(document);
        live.removeIf(one -> !one.isLive());
        if (!live.isEmpty()) {
            throw new StillLiveException(live);
        }
        together.forEach(dependent -> trash(actor, dependent));
        return trash(actor, document);
    }

    /** Takes a document out of the trash; it is a draft again. */
    public Document undelete(Actor actor, DocumentId id, int version) {
        actor.require(Change.UNDELETED.permission());
        Document before = copies.find(id);
        if (before.trashed() == null) {
            throw new TrashedDocumentException("“" + before.title() + "” is not in the trash.");
        }
        copies.requireVersion(before, version);
        return copies.replace(before,
                before.trashed(null, Revision.of(Change.UNDELETED, actor.id(), copies.now(), "")));
    }

    private Document trash(Actor actor, Document before) {
        Revision revision = Revision.of(Change.TRASHED, actor.id(), copies.now(), "")
                .withEffect(before.workflow().voidedByEdit());
        return copies.replace(before, before.trashed(new Trashed(actor.id(), revision.at()), revision));
    }

    /** The working copies that cannot do without a document, directly or not; those furthest away first. */
    private List<Document> dependents(Document document) {
        Map<DocumentId, Document> found = new LinkedHashMap<>();
        List<Document> next = List.of(document);
        while (!next.isEmpty()) {
            List<Document> further = new ArrayList<>();
            for (Document needed : next) {
                for (Document dependent : references.needing(needed)) {
                    if (!dependent.id().equals(document.id()) && found.putIfAbsent(dependent.id(), dependent) == null) {
                        further.add(dependent);
                    }
                }
            }
            next = further;
        }
        return new ArrayList<>(found.values()).reversed();
    }
}
