package io.guidepost.content;

import org.jspecify.annotations.Nullable;

/** Where the figures in texts come from. */
@FunctionalInterface
public interface Figures {

    /**
     * The figure that a token stands for. It never throws for a well-formed token: what cannot be known is a suppressed figure.
     *
     * @param token the token
     * @param documentRole the quiz role of the document that holds the token; the token's own role goes before it
     */
    Figure resolve(FigureToken token, @Nullable String documentRole);
}
