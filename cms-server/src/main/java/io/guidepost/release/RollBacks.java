package io.guidepost.release;

import io.guidepost.content.ContentModel;
import io.guidepost.content.Reference;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Drafts the releases that take back others. Publications never change, so nothing has to be approved again. */
@Component
class RollBacks {

    private static final int BATCH = 200;

    private final ReleaseLog log;
    private final LiveSites sites;
    private final Publications publications;
    private final Documents documents;
    private final ContentModel model;

    RollBacks(ReleaseLog log, LiveSites sites, Publications publications, Documents documents, ContentModel model) {
        this.log = log;
        this.sites = sites;
        this.publications = publications;
        this.documents = documents;
        this.model = model;
    }

    /**
     * Restores for every document of a release what was live before it. What a later release has changed again is a problem; what has
     * been changed and restored since is not.
     *
     * @throws UnknownReleaseException if there is no such release
     */
    Draft draft(int number, LiveSite site) {
        Release release = log.find(number).orElseThrow(() -> new UnknownReleaseException(number, site.release()));
        LiveSite before = sites.at(number - 1);
        LiveSite after = sites.at(number);
        List<Entry> entries = new ArrayList<>();
        Map<String, Entry> changed = new HashMap<>();
        for (Entry entry : release.entries()) {
            String id = entry.document();
            entries.add(before.byId(id).map(Entry::publish)
                    .orElseGet(() -> Entry.withdraw(id, entry.type(), entry.slug(), entry.title())));
            if (!publication(after, id).equals(publication(site, id))) {
                changed.put(id, entry);
            }
        }
        List<ReleaseProblem> problems = new ArrayList<>(
                changed.isEmpty() ? List.of() : changedSince(number, changed));
        problems.addAll(withoutWorkingCopy(entries));
        Map<String, ObjectNode> contents = publications
                .load(entries.stream().map(Entry::publication).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new Draft(entries, List.of(), contents, references(entries, contents), problems);
    }

    /** What would be live again and nobody could work on. */
    private List<ReleaseProblem> withoutWorkingCopy(List<Entry> entries) {
        List<Entry> restored = entries.stream().filter(entry -> entry.action() == Action.PUBLISH).toList();
        Map<DocumentId, Document> copies = documents
                .findAll(restored.stream().map(entry -> new DocumentId(entry.document())).toList());
        List<ReleaseProblem> problems = new ArrayList<>();
        for (Entry entry : restored) {
            Document copy = copies.get(new DocumentId(entry.document()));
            if (copy == null) {
                problems.add(ReleaseProblem.of(entry.document(), "", "unknown-document",
                        "“" + entry.title() + "” is gone from the trash for good, so it cannot go live again."));
            } else if (copy.trashed() != null) {
                problems.add(ReleaseProblem.of(entry.document(), "", "in-trash",
                        "“" + entry.title() + "” is in the trash; take it out first."));
            }
        }
        return problems;
    }

    private static Optional<String> publication(LiveSite site, String id) {
        return site.byId(id).map(LiveDocument::publication);
    }

    private Map<String, List<Reference>> references(List<Entry> entries, Map<String, ObjectNode> contents) {
        Map<String, List<Reference>> references = new HashMap<>();
        for (Entry entry : entries) {
            Optional.ofNullable(entry.publication()).map(contents::get).ifPresent(content -> references
                    .put(entry.document(), model.type(entry.type()).references(content)));
        }
        return references;
    }

    /** Names for each document the newest of the releases that have changed it since. */
    private List<ReleaseProblem> changedSince(int number, Map<String, Entry> changed) {
        Map<String, Integer> by = new HashMap<>();
        int last = number;
        for (List<Release> later = log.after(last, BATCH); !later.isEmpty(); later = log.after(last, BATCH)) {
            for (Release release : later) {
                release.entries().forEach(entry -> by.put(entry.document(), release.number()));
            }
            last = later.getLast().number();
        }
        return changed.values().stream()
                .map(entry -> ReleaseProblem.of(entry.document(), "", "changed-since", "“" + entry.title()
                        + "” has been changed again by release " + by.get(entry.document()) + "."))
                .toList();
    }
}
