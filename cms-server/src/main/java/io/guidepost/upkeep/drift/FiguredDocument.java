package io.guidepost.upkeep.drift;

import io.guidepost.content.FigureToken;
import io.guidepost.content.FigureUse;
import io.guidepost.editorial.DocumentId;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.release.LiveDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A live document with the figures in its texts.
 *
 * @param document what is live
 * @param role the quiz role that it is about; null: none
 * @param uses the figures in the order of the texts
 */
record FiguredDocument(LiveDocument document, @Nullable String role, List<FigureUse> uses) {

    FiguredDocument {
        uses = List.copyOf(uses);
    }

    DocumentId id() {
        return new DocumentId(document.id());
    }

    /** The figures that have moved from one snapshot to another, each once, in the order of the texts. */
    List<Movement> between(Snapshot before, Snapshot now, Tolerance tolerance) {
        Map<FigureToken, List<String>> pointers = new LinkedHashMap<>();
        uses.forEach(use -> pointers.computeIfAbsent(use.token(), _ -> new ArrayList<>()).add(use.pointer()));
        List<Movement> moved = new ArrayList<>();
        pointers.forEach((token, where) -> {
            Movement movement = new Movement(before.resolve(token, role), now.resolve(token, role),
                    lead(token, before, now), where.stream().distinct().toList());
            if (tolerance.isExceeded(token, movement)) {
                moved.add(movement);
            }
        });
        return moved;
    }

    private Lead lead(FigureToken token, Snapshot before, Snapshot now) {
        return Lead.place(token).map(place -> Lead.between(before.resolve(place, role), now.resolve(place, role)))
                .orElse(Lead.KEPT);
    }
}
