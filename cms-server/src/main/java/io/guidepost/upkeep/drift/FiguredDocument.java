package io.guidepost.upkeep.drift;

import io.guidepost.content.FigureToken;
import io.guidepost.editorial.DocumentId;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.release.LiveDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A live document with the figures in its texts.
 *
 * @param document what is live
 * @param role the quiz role that it is about; null: none
 * @param figures each figure once, in the order of the texts
 */
record FiguredDocument(LiveDocument document, @Nullable String role, List<PlacedFigure> figures) {

    FiguredDocument {
        figures = List.copyOf(figures);
    }

    /**
     * A figure in the texts of a document.
     *
     * @param pointers the texts that it stands in, as JSON pointers, each once
     */
    record PlacedFigure(FigureToken token, List<String> pointers) {

        PlacedFigure {
            pointers = List.copyOf(pointers);
        }
    }

    DocumentId id() {
        return new DocumentId(document.id());
    }

    /** The figures that have moved from one snapshot to another, in their order. */
    List<Movement> between(Snapshot before, Snapshot now, Tolerance tolerance) {
        List<Movement> moved = new ArrayList<>();
        for (PlacedFigure figure : figures) {
            FigureToken token = figure.token();
            Movement movement = new Movement(before.resolve(token, role), now.resolve(token, role),
                    lead(token, before, now), figure.pointers());
            if (tolerance.isExceeded(token, movement)) {
                moved.add(movement);
            }
        }
        return moved;
    }

    private Lead lead(FigureToken token, Snapshot before, Snapshot now) {
        return Lead.place(token).map(place -> Lead.between(before.resolve(place, role), now.resolve(place, role)))
                .orElse(Lead.KEPT);
    }
}
