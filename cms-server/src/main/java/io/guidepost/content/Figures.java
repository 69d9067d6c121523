package io.guidepost.content;

import org.jspecify.annotations.Nullable;

/** Resolves figures. */
@FunctionalInterface
public interface Figures {

    /**
     * The value of a figure.
     *
     * @param token the figure
     * @param documentRole the quiz role of the document it stands in; null: it has none
     * @return its value, or that it is suppressed
     */
    Figure resolve(FigureToken token, @Nullable String documentRole);
}
