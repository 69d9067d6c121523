package io.guidepost.content;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which figures there are. */
@FunctionalInterface
public interface FigureCatalog {

    /**
     * What is wrong with a figure.
     *
     * @param token the figure
     * @param documentRole the quiz role of the document it stands in; null: it has none
     * @return the first thing that is wrong; nothing if the figure exists
     */
    Optional<FigureProblem> problem(FigureToken token, @Nullable String documentRole);
}
