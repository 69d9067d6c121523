package io.guidepost.upkeep.drift;

import com.github.benmanes.caffeine.cache.Interner;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.FigureToken;
import io.guidepost.content.FigureUse;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.Publications;
import io.guidepost.upkeep.drift.FiguredDocument.PlacedFigure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the figures in the texts of live documents. What is published never changes, so each publication is read once, in batches. To
 * be used by one thread.
 */
@Component
class FiguredDocuments {

    private static final int BATCH = 500;

    private final Publications publications;
    private final ContentModel model;
    /** By publication: all that it was asked for last. */
    private Map<String, FiguredDocument> known = Map.of();
    /** Of many documents that are written alike, each figure is there once. */
    private final Interner<PlacedFigure> pool = Interner.newWeakInterner();

    FiguredDocuments(Publications publications, ContentModel model) {
        this.publications = publications;
        this.model = model;
    }

    /** Those of some live documents; all others are forgotten. */
    List<FiguredDocument> of(Collection<LiveDocument> documents) {
        Map<String, FiguredDocument> found = new LinkedHashMap<>();
        List<LiveDocument> unknown = new ArrayList<>();
        for (LiveDocument document : documents) {
            FiguredDocument before = known.get(document.publication());
            if (before == null) {
                unknown.add(document);
            } else {
                found.put(document.publication(), before.document().equals(document)
                        ? before
                        : new FiguredDocument(document, before.role(), before.figures()));
            }
        }
        for (int from = 0; from < unknown.size(); from += BATCH) {
            read(unknown.subList(from, Math.min(unknown.size(), from + BATCH)), found);
        }
        known = found;
        return found.values().stream().filter(document -> !document.figures().isEmpty()).toList();
    }

    private void read(List<LiveDocument> documents, Map<String, FiguredDocument> found) {
        Map<String, ObjectNode> contents = publications.load(documents.stream().map(LiveDocument::publication)
                .toList());
        for (LiveDocument document : documents) {
            ObjectNode content = Objects.requireNonNull(contents.get(document.publication()));
            DocumentType type = model.type(document.type());
            found.put(document.publication(), new FiguredDocument(document, type.quizRole(content).orElse(null),
                    placed(type.figures(content))));
        }
    }

    private List<PlacedFigure> placed(List<FigureUse> uses) {
        Map<FigureToken, SequencedSet<String>> places = new LinkedHashMap<>();
        uses.forEach(use -> places.computeIfAbsent(use.token(), _ -> new LinkedHashSet<>()).add(use.pointer()));
        return places.entrySet().stream().map(place -> pool.intern(new PlacedFigure(place.getKey(), List.copyOf(place
                .getValue())))).toList();
    }
}
