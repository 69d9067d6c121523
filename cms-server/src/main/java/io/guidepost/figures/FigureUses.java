package io.guidepost.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.FigureUse;
import io.guidepost.editorial.Documents;
import io.guidepost.release.LiveSites;
import io.guidepost.release.Publications;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the figures of a role stand, in working copies that are not in the trash and in what is live. What a version of a document says
 * never changes: each is read once, in batches, when somebody first asks, and its figures are kept in memory within a bound. So asking
 * costs a look at the head of every document, and the contents of those alone that have changed since somebody asked before.
 */
@Component
class FigureUses {

    private static final int BATCH = 500;
    /** In figures, a version counting as one more; of a figure that stands in a text some 200 bytes are kept. */
    private static final long MOST = 500_000;

    private final Documents documents;
    private final LiveSites sites;
    private final Publications publications;
    private final ContentModel model;
    private final Cache<String, List<Found>> ofVersions = Caffeine.newBuilder().maximumWeight(MOST)
            .weigher((String version, List<Found> found) -> 1 + found.size()).build();

    FigureUses(Documents documents, LiveSites sites, Publications publications, ContentModel model) {
        this.documents = documents;
        this.sites = sites;
        this.publications = publications;
        this.model = model;
    }

    /** A figure in a version of a document. */
    private record Found(FigureKey key, String pointer, String token) {}

    /** A version of a document. */
    private record Version(String id, String document, String type, String slug, String title) {}

    /** A figure in a document, whatever its version. */
    private record Place(String document, String pointer, String token) {}

    /** Every figure of a role that stands in a text, with all its places: each once, in the order of the documents. */
    Map<FigureKey, List<Use>> of(String role) {
        Map<FigureKey, Map<Place, Use>> uses = new HashMap<>();
        List<Version> working = documents.heads().stream().map(head -> new Version(head.key(), head.id().value(),
                head.type(), head.slug(), head.title())).toList();
        add(role, working, documents::contents, Use.State.WORKING, uses);
        List<Version> live = sites.latest().documents().stream().map(document -> new Version(document.publication(),
                document.id(), document.type(), document.slug(), document.title())).toList();
        add(role, live, publications::load, Use.State.LIVE, uses);
        Map<FigureKey, List<Use>> sorted = new HashMap<>();
        uses.forEach((key, places) -> sorted.put(key, places.values().stream().sorted(Use.ORDER).toList()));
        return sorted;
    }

    private void add(String role, List<Version> versions,
            Function<Collection<String>, Map<String, ObjectNode>> contents,
            Use.State state, Map<FigureKey, Map<Place, Use>> uses) {
        List<Version> unknown = new ArrayList<>();
        for (Version version : versions) {
            List<Found> known = ofVersions.getIfPresent(version.id());
            if (known == null) {
                unknown.add(version);
            } else {
                add(role, version, known, state, uses);
            }
        }
        for (int from = 0; from < unknown.size(); from += BATCH) {
            List<Version> batch = unknown.subList(from, Math.min(unknown.size(), from + BATCH));
            Map<String, ObjectNode> read = contents.apply(batch.stream().map(Version::id).toList());
            for (Version version : batch) {
                // One that is gone since the heads were read holds no figures any more.
                ObjectNode content = read.get(version.id());
                if (content != null) {
                    List<Found> found = found(version.type(), content);
                    ofVersions.put(version.id(), found);
                    add(role, version, found, state, uses);
                }
            }
        }
    }

    private List<Found> found(String typeName, ObjectNode content) {
        DocumentType type = model.type(typeName);
        String role = type.quizRole(content).orElse(null);
        List<Found> found = new ArrayList<>();
        for (FigureUse use : type.figures(content)) {
            FigureKey.of(use.token(), role).map(key -> new Found(key, use.pointer(), use.token().text()))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static void add(String role, Version version, List<Found> found, Use.State state,
            Map<FigureKey, Map<Place, Use>> uses) {
        for (Found figure : found) {
            if (figure.key().role().equals(role)) {
                uses.computeIfAbsent(figure.key(), key -> new LinkedHashMap<>()).merge(
                        new Place(version.document(), figure.pointer(), figure.token()),
                        new Use(version.document(), version.type(), version.slug(), version.title(), figure.pointer(),
                                braced(figure.token()), List.of(state)),
                        Use::and);
            }
        }
    }

    static String braced(String token) {
        return "{{" + token + "}}";
    }
}
