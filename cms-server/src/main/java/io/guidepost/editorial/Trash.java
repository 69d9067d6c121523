package io.guidepost.editorial;

import io.guidepost.editorial.Revision.Change;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The commands that delete working copies, and take them back. What is live, or needed, is not deleted. */
@Service
public class Trash {

    private static final int MOST_TOGETHER = 500;

    private final WorkingCopies copies;
    private final WorkingReferences references;
    private final ApplicationEventPublisher events;

    Trash(WorkingCopies copies, WorkingReferences references, ApplicationEventPublisher events) {
        this.copies = copies;
        this.references = references;
        this.events = events;
    }

    /**
     * Puts a document into the trash; those that go with it go first, so that none is left that refers to what is in the trash. One
     * that somebody changes meanwhile goes as they left it, if it still needs the document.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @param version the version that the command is based on
     * @param withReferrers whether documents that need it go with it, and those that need them
     * @return the document in the trash, and what went with it
     * @throws StillLiveException if it, or one that would go with it, is live: that must be withdrawn first
     * @throws StillReferencedException if others need it and are not to go with it
     * @throws TooManyReferrersException if more than 500 would go with it
     */
    public Deletion delete(Actor actor, DocumentId id, int version, boolean withReferrers) {
        actor.require(Change.TRASHED.permission());
        List<DocumentId> takenAlong = new ArrayList<>();
        while (true) {
            Document document = copies.active(id, version);
            List<Document> together = withReferrers ? dependents(document) : unneeded(document);
            requireNotLive(document, together);
            if (together.isEmpty()) {
                Document trashed = trashed(actor, document);
                return new Deletion(copies.replace(document, trashed), takenAlong);
            }
            // Whoever changed one of them in between is found again, unless it does without by now.
            for (Document dependent : together) {
                if (copies.exchange(dependent, trashed(actor, dependent))) {
                    takenAlong.add(dependent.id());
                    events.publishEvent(new DocumentTakenAlong(actor, dependent.id()));
                }
            }
        }
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

    private List<Document> unneeded(Document document) {
        List<Referrer> referrers = references.to(document).stream().filter(referrer -> !referrer.weak()).toList();
        if (!referrers.isEmpty()) {
            throw new StillReferencedException(document.title(), referrers);
        }
        return List.of();
    }

    private static void requireNotLive(Document document, List<Document> together) {
        List<Document> live = new ArrayList<>(together);
        live.add(document);
        live.removeIf(one -> !one.isLive());
        if (!live.isEmpty()) {
            throw new StillLiveException(live);
        }
    }

    private Document trashed(Actor actor, Document before) {
        Revision revision = Revision.of(Change.TRASHED, actor.id(), copies.now(), "")
                .withEffect(before.workflow().voidedByEdit());
        return before.trashed(new Trashed(actor.id(), revision.at()), revision);
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
            if (found.size() > MOST_TOGETHER) {
                throw new TooManyReferrersException(document.title(), MOST_TOGETHER);
            }
            next = further;
        }
        return new ArrayList<>(found.values()).reversed();
    }
}
