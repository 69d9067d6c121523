package io.guidepost.release;

import io.guidepost.content.ContentModel;
import io.guidepost.content.Reference;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What holds on the live site after every release. */
@Component
class ReleaseRules {

    private final Documents documents;
    private final ContentModel model;

    ReleaseRules(Documents documents, ContentModel model) {
        this.documents = documents;
        this.model = model;
    }

    /** Reads the working copies that a release names, and says of each whether it may go live. */
    Draft draft(LiveSite site, ReleaseRequest request) {
        List<Change> changes = request.remaining(site);
        Map<DocumentId, Document> found = documents.findAll(changes.stream().map(Change::document).toList());
        List<Entry> entries = new ArrayList<>();
        Map<String, ObjectNode> contents = new LinkedHashMap<>();
        Map<String, List<Reference>> references = new HashMap<>();
        List<ReleaseProblem> problems = new ArrayList<>();
        for (Change change : changes) {
            String id = change.document().value();
            Optional<LiveDocument> live = site.byId(id);
            Document document = found.get(change.document());
            if (change.action() == Action.WITHDRAW && live.isPresent()) {
                entries.add(Entry.withdraw(id, live.get().type(), live.get().slug(), live.get().title()));
                continue;
            }
            if (document == null) {
                problems.add(ReleaseProblem.of(id, "", "unknown-document", "There is no document " + id + "."));
                continue;
            }
            switch (change.action()) {
                case PUBLISH -> {
                    problems.addAll(publishProblems(change, document));
                    String publication = id + "@" + document.version();
                    entries.add(entry(document, publication));
                    contents.put(publication, document.content());
                    references.put(id, references(document).toList());
                }
                case WITHDRAW ->
                    entries.add(Entry.withdraw(id, document.type(), document.slug(), document.title()));
            }
        }
        List<Entry> along = request.withReferrers() ? Referrers.of(site, entries) : List.of();
        entries.addAll(along);
        ReleaseRequest.requireFew(entries.size());
        return new Draft(entries, along, contents, references, problems);
    }

    /** Everything that keeps a release from being made: its own problems, and every rule that the site which it produces breaks. */
    List<ReleaseProblem> problems(LiveSite before, LiveSite after, Draft draft) {
        List<ReleaseProblem> problems = new ArrayList<>(draft.problems());
        Map<String, Entry> slugs = new HashMap<>();
        for (Entry entry : draft.entries()) {
            Optional<LiveDocument> was = before.byId(entry.document());
            switch (entry.action()) {
                case WITHDRAW -> {
                    if (was.isEmpty()) {
                        problems.add(ReleaseProblem.of(entry.document(), "", "not-live",
                                "“" + entry.title() + "” is not live, so it cannot be withdrawn."));
                    }
                }
                case PUBLISH -> {
                    if (was.isPresent() && was.get().publication().equals(entry.publication())) {
                        problems.add(ReleaseProblem.of(entry.document(), "", "already-live",
                                "“" + entry.title() + "” is live in this very version."));
                    }
                    Entry taken = slugs.putIfAbsent(entry.type() + "/" + entry.slug(), entry);
                    Optional<LiveDocument> holder = before.bySlug(entry.type(), entry.slug())
                            .filter(document -> !document.id().equals(entry.document()))
                            .filter(document -> after.byId(document.id())
                                    .filter(still -> still.slug().equals(entry.slug())).isPresent());
                    if (taken != null) {
                        problems.add(duplicate(entry, taken.document(), taken.title()));
                    } else {
                        holder.ifPresent(other -> problems.add(duplicate(entry, other.id(), other.title())));
                    }
                    problems.addAll(dangling(entry, draft, after));
                    problems.addAll(mistyped(entry, draft, after));
                }
            }
            was.ifPresent(document -> problems.addAll(bereft(document, after)));
        }
        return problems;
    }

    private static ReleaseProblem duplicate(Entry entry, String holder, String title) {
        return new ReleaseProblem(entry.document(), "/slug", "duplicate-slug", "The slug “" + entry.slug()
                + "” belongs to “" + title + "” (" + holder + ") already.", List.of(holder));
    }

    private List<ReleaseProblem> publishProblems(Change change, Document document) {
        String id = document.id().value();
        List<ReleaseProblem> problems = new ArrayList<>();
        if (document.trashed() != null) {
            problems.add(ReleaseProblem.of(id, "", "in-trash", "“" + document.title() + "” is in the trash."));
        } else if (change.version() != null && change.version() != document.version()) {
            problems.add(ReleaseProblem.of(id, "", "stale-version", "“" + document.title() + "” is at version "
                    + document.version() + " by now, not " + change.version() + "."));
        } else if (!(document.workflow() instanceof Workflow.Approved approved && approved.covers(document.body()))) {
            problems.add(ReleaseProblem.of(id, "", "not-approved",
                    "“" + document.title() + "” has not been approved as it stands."));
        }
        return problems;
    }

    private Entry entry(Document document, String publication) {
        Set<Target> targets = references(document).filter(reference -> !reference.weak()).map(Target::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Entry(document.id().value(), document.type(), document.slug(), document.title(), Action.PUBLISH,
                publication, List.copyOf(targets));
    }

    private Stream<Reference> references(Document document) {
        return model.type(document.type()).references(document.content()).stream();
    }

    private static List<ReleaseProblem> dangling(Entry entry, Draft draft, LiveSite after) {
        return references(entry, draft).filter(reference -> !reference.weak() && !after.resolves(Target.of(reference)))
                .map(reference -> ReleaseProblem.of(entry.document(), reference.pointer(), "broken-reference",
                        "“" + entry.title() + "” refers to the " + reference.type() + " “" + Target.of(reference).key()
                                + "”, which would not be live."))
                .toList();
    }

    /** References that do not bind, to documents that are live but of another type. */
    private static List<ReleaseProblem> mistyped(Entry entry, Draft draft, LiveSite after) {
        return references(entry, draft).filter(Reference::weak)
                .filter(reference -> after.byId(Target.of(reference).key())
                        .filter(document -> !document.type().equals(reference.type())).isPresent())
                .map(reference -> ReleaseProblem.of(entry.document(), reference.pointer(), "broken-reference",
                        "“" + entry.title() + "” refers to “" + Target.of(reference).key() + "”, which is not a "
                                + reference.type() + "."))
                .toList();
    }

    private static Stream<Reference> references(Entry entry, Draft draft) {
        return draft.references().getOrDefault(entry.document(), List.of()).stream();
    }

    /** What others still need of a document that was live and is withdrawn, or goes by another slug. */
    private static List<ReleaseProblem> bereft(LiveDocument was, LiveSite after) {
        Set<String> referrers = new LinkedHashSet<>();
        for (Target target : List.of(new Target(was.type(), was.id(), false),
                new Target(was.type(), was.slug(), true))) {
            if (!after.resolves(target)) {
                referrers.addAll(after.referring(target));
            }
        }
        if (referrers.isEmpty()) {
            return List.of();
        }
        List<String> titles = referrers.stream().sorted()
                .map(id -> after.byId(id).map(LiveDocument::title).orElse(id)).toList();
        return List.of(new ReleaseProblem(was.id(), "", "still-referenced",
                "“" + was.title() + "” is needed by “" + String.join("”, “", titles) + "”.",
                referrers.stream().sorted().toList()));
    }
}
