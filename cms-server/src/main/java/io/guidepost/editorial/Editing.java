package io.guidepost.editorial;

import io.guidepost.comparison.Merge;
import io.guidepost.comparison.ThreeWayMerge;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.FigureUse;
import io.guidepost.content.Problem;
import io.guidepost.content.Stage;
import io.guidepost.editorial.Revision.Change;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands that change what working copies say; there is no other way. Each names the version that it is based on and is refused
 * if that is not the current one.
 */
@Service
public class Editing {

    private final Documents documents;
    private final WorkingCopies copies;
    private final ContentModel model;
    private final FigureCatalog figures;
    private final EditorialProperties properties;

    Editing(Documents documents, WorkingCopies copies, ContentModel model, FigureCatalog figures,
            EditorialProperties properties) {
        this.documents = documents;
        this.copies = copies;
        this.model = model;
        this.figures = figures;
        this.properties = properties;
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
     * @throws DocumentExistsException if the id is taken, or was once
     */
    public Document create(Actor actor, String typeName, @Nullable DocumentId id, ObjectNode content) {
        actor.require(Change.CREATED.permission());
        Document document = first(actor, new Creation(typeName, id == null ? DocumentId.generated() : id, content));
        if (!documents.add(document)) {
            throw new DocumentExistsException(document.id());
        }
        return document;
    }

    /**
     * Creates documents together, which is a lot faster than one by one.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @param creations which
     * @return the first version of each, in the same order; none where the id is taken, or was once
     * @throws InvalidContentException if any content is not of the right shape; nothing is created then
     */
    public List<Optional<Document>> createAll(Actor actor, List<Creation> creations) {
        actor.require(Change.CREATED.permission());
        List<Document> created = creations.stream().map(creation -> first(actor, creation)).toList();
        Set<Integer> refused = documents.addAll(created);
        List<Optional<Document>> outcomes = new ArrayList<>();
        for (int index = 0; index < created.size(); index++) {
            outcomes.add(refused.contains(index) ? Optional.empty() : Optional.of(created.get(index)));
        }
        return outcomes;
    }

    /**
     * A document to create.
     *
     * @param type a document type
     * @param id the document's id
     * @param content may be incomplete, but must be of the right shape
     */
    public record Creation(String type, DocumentId id, ObjectNode content) {}

    private Document first(Actor actor, Creation creation) {
        DocumentType type = model.type(creation.type());
        requireShape(type, creation.content());
        Instant now = copies.now();
        return new Document(creation.id(), type.name(), 1, Body.of(type, creation.content()), Set.of(actor.id()),
                new Workflow.Draft(), Revision.of(Change.CREATED, actor.id(), now, ""), now, null, null);
    }

    /** Replaces the content of a document, as {@link #save(Actor, DocumentId, int, ObjectNode, SaveOptions)} does by hand. */
    public Document save(Actor actor, DocumentId id, int version, ObjectNode content) {
        return save(actor, id, version, content, SaveOptions.PLAIN);
    }

    /**
     * Replaces the content of a document. A content that is there already changes nothing.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @param id which document
     * @param version the version that the change is based on
     * @param content may be incomplete, but must be of the right shape
     * @param options how
     * @return the next version, a draft again if it had been handed to review or approved
     * @throws InvalidContentException if the content is not of the right shape
     * @throws StaleVersionException if the document is at another version
     */
    public Document save(Actor actor, DocumentId id, int version, ObjectNode content, SaveOptions options) {
        actor.require(Change.EDITED.permission());
        Document before = copies.active(id);
        requireShape(model.type(before.type()), content);
        return save(actor, before, version, content, (_, _) -> content, options);
    }

    /**
     * Changes the content of a document in parts, and else does as {@link #save(Actor, DocumentId, int, ObjectNode, SaveOptions)}.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @param id which document
     * @param version the version that the change is based on
     * @param change makes the new content of that version's
     * @param options how
     * @return the next version
     */
    public Document change(Actor actor, DocumentId id, int version, PartialChange change,
            SaveOptions options) {
        actor.require(Change.EDITED.permission());
        Document head = copies.active(id);
        Document base = documents.version(id, version)
                .orElseThrow(() -> copies.stale(head, version, head.content()));
        ObjectNode content = change.of(base.content(), options.merge() ? head.content() : base.content());
        requireShape(model.type(head.type()), content);
        return save(actor, head, version, content, change, options);
    }

    /**
     * Sets the content of a document back to that of an earlier version, as a new version.
     *
     * @param actor who; needs {@link Permission#WRITE}
     * @param id which document
     * @param version the version that the change is based on
     * @param earlier the version to restore
     * @return the next version
     * @throws DocumentNotFoundException if there is no such version
     */
    public Document restore(Actor actor, DocumentId id, int version, int earlier) {
        actor.require(Change.RESTORED.permission());
        Document before = copies.active(id, version);
        Document restored = documents.version(id, earlier)
                .orElseThrow(() -> new DocumentNotFoundException(id, earlier));
        requireShape(model.type(before.type()), restored.content());
        Revision revision = Revision.of(Change.RESTORED, actor.id(), copies.now(), "Version " + earlier + " again.")
                .withEffect(before.workflow().voidedByEdit());
        return copies.replace(before, before.restored(restored, revision));
    }

    /** What keeps a document from going live, as far as its own content says. */
    public List<Problem> problems(Document document) {
        DocumentType type = model.type(document.type());
        List<Problem> problems = new ArrayList<>(type.problems(document.content(), Stage.PUBLISH));
        for (FigureUse use : type.figures(document.content())) {
            figures.problem(use.token(), type.quizRole(document.content()).orElse(null))
                    .ifPresent(problem -> problems
                            .add(new Problem(use.pointer(), "unknown-figure", use.sentence(problem))));
        }
        return problems;
    }

    private Document save(Actor actor, Document head, int version, ObjectNode content, PartialChange change,
            SaveOptions options) {
        if (head.version() == version) {
            return save(actor, head, Body.of(model.type(head.type()), content), options, null);
        }
        if (!options.merge()) {
            throw copies.stale(head, version, content);
        }
        return merge(actor, head, version, content, change, options);
    }

    /** Brings together what others changed since a version and what this change is; where they touch the same, it is refused. */
    private Document merge(Actor actor, Document head, int version, ObjectNode content, PartialChange change,
            SaveOptions options) {
        Document base = documents.version(head.id(), version).orElseThrow(() -> copies.stale(head, version, content));
        DocumentType type = model.type(head.type());
        Document onto = head;
        while (true) {
            switch (ThreeWayMerge.merge(type, base.content(), onto.content(), content)) {
                case Merge.Conflicting _ -> throw copies.stale(onto, version, content);
                case Merge.Merged(ObjectNode merged) -> {
                    requireShape(type, merged);
                    try {
                        return save(actor, onto, Body.of(type, merged), options,
                                "Merged with what changed since version " + version + ".");
                    } catch (StaleVersionException anotherWasFaster) {
                        onto = copies.active(head.id());
                        // What the change expects must hold of this one, too; what it makes is the same.
                        ObjectNode _ = change.of(base.content(), onto.content());
                    }
                }
            }
        }
    }

    private Document save(Actor actor, Document before, Body body, SaveOptions options, @Nullable String merged) {
        if (body.hash().equals(before.body().hash())) {
            return before;
        }
        Instant now = copies.now();
        Revision revision = new Revision(Change.EDITED, actor.id(), now, options.message(),
                joined(merged, before.workflow().voidedByEdit()),
                options.autosave() ? autosavedSince(actor, before.revision(), now) : null);
        return copies.replace(before, before.edited(body, revision));
    }

    /** When the run of autosaves began that this one goes on with; now: it begins one. */
    private Instant autosavedSince(Actor actor, Revision last, Instant now) {
        Instant since = last.autosavedSince();
        return since != null && last.by().equals(actor.id()) && since.plus(properties.autosaveWindow()).isAfter(now)
                ? since
                : now;
    }

    private static @Nullable String joined(@Nullable String one, @Nullable String other) {
        return one == null ? other : other == null ? one : one + " " + other;
    }

    private static void requireShape(DocumentType type, ObjectNode content) {
        List<Problem> problems = type.problems(content, Stage.DRAFT);
        if (!problems.isEmpty()) {
            throw new InvalidContentException("The content is not of the form of a " + type.name() + ".", problems);
        }
    }
}
