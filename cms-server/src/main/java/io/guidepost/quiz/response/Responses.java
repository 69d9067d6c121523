package io.guidepost.quiz.response;

import java.util.List;
import java.util.function.Consumer;

/**
 * All responses, with the log of what changed among them: numbered changes without gaps, each of which brings responses in, corrects one
 * or erases one. What the log says up to a number never changes, whoever writes meanwhile and wherever a writer was cut short: so what is
 * counted up to there is counted once. They are trusted to fit the quiz; {@link Ingest} sees to it.
 */
public interface Responses {

    /**
     * Brings in those whose id is not there yet; that of an erased one is.
     *
     * @param batch in any order, ids possibly repeated
     * @return how many were stored and how many were there already
     */
    Added add(List<Response> batch);

    /**
     * Puts a response in the place of the one of its id.
     *
     * @return false: it is there just so already
     * @throws UnknownResponseException if there is none of its id
     */
    boolean correct(Response response);

    /**
     * Erases a response. Nothing but its id stays, so that it does not come back when it is sent again; what has counted it stops to with
     * the next snapshot.
     *
     * @return false: it was erased already
     * @throws UnknownResponseException if there never was one of its id
     */
    boolean erase(String id);

    /** The number of the newest change; 0: there is none. */
    long newest();

    /**
     * What the changes after a number have added and removed, in no order; a response that was corrected is removed as it was and added as
     * it is.
     *
     * @param after the number of a change that was not forgotten before
     * @param upTo the number of a later one
     */
    void changes(long after, long upTo, Consumer<Response> added, Consumer<Response> removed);

    /**
     * Every response as it was by the changes up to a number, once each, in no order.
     *
     * @param upTo the number of one of the last changes
     * @throws ForgottenChangesException if one was changed twice since: then a newer number is to be tried
     */
    void all(long upTo, Consumer<Response> reader);

    /** Forgets what the changes up to a number were, because they are counted. */
    void forget(long upTo);

    /**
     * What became of a batch.
     *
     * @param stored new ones
     * @param duplicates those whose id was there already
     */
    record Added(int stored, int duplicates) {}
}
