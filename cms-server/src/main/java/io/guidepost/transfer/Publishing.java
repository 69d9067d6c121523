package io.guidepost.transfer;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.IllegalMoveException;
import io.guidepost.editorial.InvalidContentException;
import io.guidepost.editorial.NotAskedException;
import io.guidepost.editorial.Reviewing;
import io.guidepost.editorial.SelfApprovalException;
import io.guidepost.editorial.StaleVersionException;
import io.guidepost.editorial.Workflow;
import io.guidepost.release.Action;
import io.guidepost.release.Change;
import io.guidepost.release.MalformedReleaseException;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.release.ReleaseRefusedException;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes imported documents through review and makes them live, all in one release. */
final class Publishing {

    private final Reviewing reviewing;
    private final Releases releases;
    private final Importers importers;
    private final List<Change> changes = new ArrayList<>();

    Publishing(Reviewing reviewing, Releases releases, Importers importers) {
        this.reviewing = reviewing;
        this.releases = releases;
        this.importers = importers;
    }

    /** What came of it. */
    record Result(@Nullable Integer release, int published, List<ReleaseProblem> problems) {

        static final Result NONE = new Result(null, 0, List.of());
    }

    /** Has a document approved as it stands, unless it is live or a person has taken it elsewhere; may be called by many at once. */
    Imported approve(Imported imported, Document document) {
        if (document.live() != null && Integer.valueOf(document.version()).equals(document.live().version())) {
            return imported;
        }
        if (document.workflow() instanceof Workflow.ChangesRequested) {
            return imported.because("It is not published: a reviewer has asked for changes.", List.of());
        }
        try {
            Document approved = approved(document);
            synchronized (changes) {
                changes.add(new Change(approved.id(), Action.PUBLISH, approved.version()));
            }
            return imported.at(approved.version());
        } catch (InvalidContentException refusal) {
            return imported.because("It is not ready to be published.", refusal.problems());
        } catch (StaleVersionException | IllegalMoveException | SelfApprovalException | NotAskedException refusal) {
            return imported.because("It is not published: " + refusal.getMessage(), List.of());
        }
    }

    private Document approved(Document document) {
        DocumentId id = document.id();
        return switch (document.workflow()) {
            case Workflow.Draft _,Workflow.ChangesRequested _ -> approved(
                    reviewing.submit(importers.author(), id, document.version()));
            case Workflow.InReview _ -> approved(reviewing.approve(importers.editor(), id, document.version()));
            case Workflow.Approved _ -> document;
        };
    }

    /** Makes live what was approved. */
    Result release(String message) {
        if (changes.isEmpty()) {
            return Result.NONE;
        }
        changes.sort((one, other) -> one.document().value().compareTo(other.document().value()));
        try {
            return new Result(releases.publish(importers.editor(), new ReleaseRequest(changes, message)).number(),
                    changes.size(), List.of());
        } catch (ReleaseRefusedException refusal) {
            return new Result(null, 0, refusal.problems());
        } catch (MalformedReleaseException refusal) {
            return new Result(null, 0, List.of(
                    new ReleaseProblem("", "", "malformed-release", String.valueOf(refusal.getMessage()), List.of())));
        }
    }
}
