package io.guidepost.transfer;

/** Learns how far an import has come. */
@FunctionalInterface
public interface Progress {

    /**
     * Called now and then, and at the end.
     *
     * @param done documents that are done with
     * @param of documents in all
     */
    void at(int done, int of);
}
