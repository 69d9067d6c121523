package io.guidepost.seeding;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentExistsException;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.InvalidContentException;
import io.guidepost.editorial.Reviewing;
import io.guidepost.editorial.StaleVersionException;
import io.guidepost.editorial.Workflow;
import io.guidepost.release.Change;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.Release;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a content directory through the same commands as an editor's. What is there already is left alone, so importing twice
 * changes nothing and nobody's edit is overwritten; an import that was cut off is finished by the next.
 */
class Seeding {

    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);
    private static final Actor AUTHOR = Actor.system("seed-author");
    private static final Actor EDITOR = Actor.system("seed-editor");

    private final Documents documents;
    private final Editing editing;
    private final Reviewing reviewing;
    private final Releases releases;
    private final LiveSites sites;

    Seeding(Documents documents, Editing editing, Reviewing reviewing, Releases releases, LiveSites sites) {
        this.documents = documents;
        this.editing = editing;
        this.reviewing = reviewing;
        this.releases = releases;
        this.sites = sites;
    }

    /**
     * Imports documents and publishes them in one release.
     *
     * @param seeds the documents
     * @return the release; nothing if all were there
     */
    Optional<Release> run(List<SeedDocument> seeds) {
        LiveSite site = sites.latest();
        List<Change> changes = new ArrayList<>();
        int created = 0;
        for (SeedDocument seed : seeds) {
            DocumentId id = new DocumentId(seed.id());
            if (site.wasEverLive(seed.id())) {
                continue;
            }
            Optional<Document> found = documents.find(id);
            if (found.isEmpty()) {
                created++;
                if (created % 25 == 0) {
                    LOG.info("Importing seed content: {} of {} documents", created, seeds.size());
                }
            }
            if (isReady(seed, found.orElseGet(() -> create(seed, id)))) {
                changes.add(Change.publish(id));
            }
        }
        if (changes.isEmpty()) {
            LOG.info("Seed content: all {} documents are there already; nothing imported", seeds.size());
            return Optional.empty();
        }
        Release release = releases.publish(EDITOR, new ReleaseRequest(changes, "Seed content"));
        LOG.info("Seed content: {} documents imported, {} published in release {}", created, changes.size(),
                release.number());
        return Optional.of(release);
    }

    private Document create(SeedDocument seed, DocumentId id) {
        try {
            return editing.create(AUTHOR, seed.type(), id, seed.content());
        } catch (DocumentExistsException anotherServer) {
            return documents.find(id).orElseThrow(() -> anotherServer);
        }
    }

    /** Leaves alone what a person has changed, or another server takes through the workflow at this moment. */
    private boolean isReady(SeedDocument seed, Document document) {
        try {
            return document.content().equals(seed.content()) && approved(document);
        } catch (StaleVersionException anotherWasFaster) {
            return false;
        } catch (InvalidContentException refusal) {
            LOG.error("Seed document {} is left out: {} {}", seed.id(), refusal.getMessage(), refusal.problems());
            return false;
        }
    }

    /** Takes an untouched seed document through the workflow; false where a person has taken it elsewhere. */
    private boolean approved(Document document) {
        return switch (document.workflow()) {
            case Workflow.Draft _ -> approved(reviewing.submit(AUTHOR, document.id(), document.version()));
            case Workflow.InReview _ -> approved(reviewing.approve(EDITOR, document.id(), document.version()));
            case Workflow.Approved _ -> true;
            case Workflow.ChangesRequested _ -> false;
        };
    }
}
