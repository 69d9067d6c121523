package io.guidepost.index;

import java.io.IOException;

/**
 * Something to ask the search engine for.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface Inquiry<T> {

    /** Asks for it. */
    T ask() throws IOException;
}
