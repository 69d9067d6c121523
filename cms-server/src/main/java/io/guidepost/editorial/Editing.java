package io.guidepost.editorial;

import io.guidepost.comparison.Comparison;
import io.guidepost.comparison.ThreeWayMerge;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.FigureUse;
import io.guidepost.content.Problem;
import io.guidepost.content.Stage;
import io.guidepost.editorial.Document.ChangeKind;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands that change working copies; there is no other way. Each names the version that it is based on and is refused if that
 * is not the current one.
 */
@Service
public class Editing {

    private final Documents documents;
    private final ContentModel model;
    private final FigureCatalog figures;
    private final Clock clock;
    private final boolean selfApproval;

    Editing(Documents documents, ContentModel model, FigureCatalog figures, Clock clock,
            @Value("${guidepost.editorial.self-approval:false}") boolean selfApproval) {
        this.documents = documents;
        this.model = model;
        this.figures = figures;
        this.clock = clock;
        this.selfApproval = selfApproval;
    }

    /**
     * Creates a document.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @param typeName a document type
     * @param id the document's id; null: one is generated
     * @param content may be incomplete, but must be of the right shape
     * @return the first version
     * @throws InvalidContentException if the content is not of the right shape
     * @throws DocumentExistsException if the id is taken
     */
    public Document create(Actor actor, String typeName, @Nullable DocumentId id, ObjectNode content) {
        actor.require(ChangeKind.CREATED.permission());
        DocumentType type = model.type(typeName);
        requireShape(type, content);
        Instant now = now();
        Document document = new Document(id == null ? DocumentId.generated() : id, type.name(),
                type.slug(content).orElse(""), type.title(content), 1, new Workflow.Draft(), content,
                Set.of(actor.id()), ChangeKind.CREATED, actor.id(), now, now, null);
        if (!documents.add(document)) {
            throw new DocumentExistsException(document.id());
        }
        return document;
    }

    /**
     * Replaces the content of a document.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @param id which document
     * @param version the version that the change is based on
     * @param content may be incomplete, but must be of the right shape
     * @return the next version, a draft again if it had been handed to review or approved
     * @throws InvalidContentException if the content is not of the right shape
     * @throws StaleVersionException if the document is at another version
     */
    public Document save(Actor actor, DocumentId id, int version, ObjectNode content) {
        actor.require(ChangeKind.EDITED.permission());
        Document before = find(id);
        DocumentType type = model.type(before.type());
        requireShape(type, content);
        if (before.version() != version) {
            throw stale(before, version, content);
        }
        Set<PersonId> authors = new HashSet<>(
                before.workflow() instanceof Workflow.Approved ? Set.of() : before.authors());
        authors.add(actor.id());
        Document after = new Document(id, before.type(), type.slug(content).orElse(""), type.title(content),
                version + 1, before.workflow().edited(), content, authors, ChangeKind.EDITED, actor.id(), now(),
                before.created(), before.live());
        if (!documents.replace(before, after)) {
            throw stale(find(id), version, content);
        }
        return after;
    }

    /**
     * Hands a document to review.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @throws InvalidContentException if the content is not ready to go live, with everything that is missing
     * @throws IllegalMoveException if it is in review or approved already
     */
    public Document submit(Actor actor, DocumentId id, int version) {
        actor.require(ChangeKind.SUBMITTED.permission());
        Document before = current(id, version);
        Workflow to = switch (before.workflow()) {
            case Workflow.Draft draft -> draft.submit(actor.id(), now());
            case Workflow.ChangesRequested requested -> requested.submit(actor.id(), now());
            case Workflow.InReview _,Workflow.Approved _ -> throw new IllegalMoveException("be handed to review",
                    before.workflow());
        };
        List<Problem> problems = problems(before);
        if (!problems.isEmpty()) {
            throw new InvalidContentException("The document is not ready for review.", problems);
        }
        return move(actor, before, ChangeKind.SUBMITTED, to);
    }

    /** Takes a document back from review. */
    public Document withdrawSubmission(Actor actor, DocumentId id, int version) {
        actor.require(ChangeKind.SUBMISSION_WITHDRAWN.permission());
        Document before = current(id, version);
        return move(actor, before, ChangeKind.SUBMISSION_WITHDRAWN,
                inReview(before, "be taken back from review").withdraw());
    }

    /**
     * Approves a document as it stands.
     *
     * @param actor who; needs {@link Permission#REVIEW} and, as a rule, has not written any of the content
     * @throws SelfApprovalException if the actor has
     */
    public Document approve(Actor actor, DocumentId id, int version) {
        actor.require(ChangeKind.APPROVED.permission());
        Document before = current(id, version);
        Workflow.InReview review = inReview(before, "be approved");
        if (!selfApproval && before.authors().contains(actor.id())) {
            throw new SelfApprovalException();
        }
        return move(actor, before, ChangeKind.APPROVED, review.approve(actor.id(), now()));
    }

    /**
     * Sends a document back to its authors.
     *
     * @param actor who; needs {@link Permission#REVIEW}
     * @param reason what is to be changed
     */
    public Document requestChanges(Actor actor, DocumentId id, int version, String reason) {
        actor.require(ChangeKind.CHANGES_REQUESTED.permission());
        Document before = current(id, version);
        return move(actor, before, ChangeKind.CHANGES_REQUESTED,
                inReview(before, "be sent back").requestChanges(actor.id(), now(), reason));
    }

    /** What keeps a document from going live, as far as its own content says. */
    public List<Problem> problems(Document document) {
        DocumentType type = model.type(document.type());
        List<Problem> problems = new ArrayList<>(type.problems(document.content(), Stage.PUBLISH));
        for (FigureUse use : type.figures(document.content())) {
            figures.problem(use.token(), type.quizRole(document.content()).orElse(null))
                    .ifPresent(message -> problems.add(new Problem(use.pointer(), "unknown-figure", message)));
        }
        return problems;
    }

    private Document move(Actor actor, Document before, ChangeKind kind, Workflow to) {
        Document after = before.next(kind, to, actor.id(), now());
        if (!documents.replace(before, after)) {
            throw stale(find(before.id()), before.version(), before.content());
        }
        return after;
    }

    private static Workflow.InReview inReview(Document document, String move) {
        if (document.workflow() instanceof Workflow.InReview review) {
            return review;
        }
        throw new IllegalMoveException(move, document.workflow());
    }

    private Document current(DocumentId id, int version) {
        Document document = find(id);
        if (document.version() != version) {
            throw stale(document, version, document.content());
        }
        return document;
    }

    private Document find(DocumentId id) {
        return documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
    }

    private StaleVersionException stale(Document current, int version, ObjectNode content) {
        return documents.version(current.id(), version).map(base -> {
            DocumentType type = model.type(current.type());
            return new StaleVersionException(version, current.version(),
                    Comparison.changed(type, base.content(), current.content()),
                    ThreeWayMerge.overlap(type, base.content(), current.content(), content));
        }).orElseGet(() -> new StaleVersionException(version, current.version(), List.of(), List.of()));
    }

    private static void requireShape(DocumentType type, ObjectNode content) {
        List<Problem> problems = type.problems(content, Stage.DRAFT);
        if (!problems.isEmpty()) {
            throw new InvalidContentException("The content is not of the form of a " + type.name() + ".", problems);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
