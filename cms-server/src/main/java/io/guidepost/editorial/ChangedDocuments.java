package io.guidepost.editorial;

import java.util.List;

/**
 * The documents that a follower of the working copies has not seen to yet: nothing that changes is missed, whichever server it changed on
 * and whenever the server died.
 */
public interface ChangedDocuments {

    /** Who follows the working copies. */
    enum Follower {
        /** The index in which editors find working copies. */
        SEARCH,
        /** Those who tell people what happened. */
        NOTIFICATIONS
    }

    /**
     * Documents that changed since the follower was done with them, or are about to.
     *
     * @param follower who asks
     * @param limit how many at most
     * @return in no order
     */
    List<Changed> pending(Follower follower, int limit);

    /**
     * Notes that a follower has seen to a change. If the document changed again meanwhile, it stays pending.
     *
     * @param follower who
     * @param changed as {@link #pending} gave it
     */
    void done(Follower follower, Changed changed);

    /** Makes every document pending for a follower that has to begin anew. */
    void startOver(Follower follower);

    /**
     * A document that changed. It may have been removed for good.
     *
     * @param document which
     * @param from the first version that the follower has not seen to; 0: only what is live of it changed, or all is to be seen anew
     * @param version the newest version that was announced; the document is not there yet while the change is under way, and never is
     * if that was refused or cut off
     * @param mark which change it is; no other has the same
     */
    record Changed(DocumentId document, int from, int version, String mark) {}
}
