package io.guidepost.quiz;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** All responses, never changed once stored. They are trusted to fit the quiz; {@link Ingest} sees to it. */
public interface Responses {

    /**
     * Stores those whose id is not there yet.
     *
     * @param batch in any order, ids possibly repeated
     * @return how many were stored and how many were there already
     */
    Added add(List<Response> batch);

    /**
     * Reads every response that explores one of the roles, once each, in no order.
     *
     * @param roles keys
     * @param reader called for each
     */
    void forEachExploring(Set<String> roles, Consumer<Response> reader);

    /**
     * How many explore each role.
     *
     * @param after the recent ones are later than this
     * @param upTo and not later than this
     * @return by role; roles that nobody explores are left out
     */
    Map<String, Reach> reach(Instant after, Instant upTo);

    /**
     * How many there are.
     *
     * @return the number of responses
     */
    int count();

    /**
     * How many countries they come from.
     *
     * @return the number of distinct countries
     */
    int countries();

    /**
     * What became of a batch.
     *
     * @param stored new ones
     * @param duplicates those whose id was there already
     */
    record Added(int stored, int duplicates) {}

    /**
     * How many explore a role.
     *
     * @param respondents ever
     * @param recent in the window that was asked for
     */
    record Reach(int respondents, int recent) {}
}
