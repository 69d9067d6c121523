package io.guidepost.related.embedding;

/** A model that turns texts into vectors. It takes no memory to speak of until it is loaded. */
public interface EmbeddingModel {

    /** Its name and version: vectors of models of another name must not be compared with its own. */
    String name();

    /** How many numbers a vector of it has. */
    int dimensions();

    /**
     * Loads it, which takes a while.
     *
     * @return the model, to be closed
     * @throws EmbeddingFailedException if it cannot be loaded here
     */
    Loaded load();

    /** A model in memory. It is for one thread at a time. */
    interface Loaded extends AutoCloseable {

        /**
         * Embeds a text.
         *
         * @param text a paragraph; a model may pass over what comes after its first hundred words
         * @return a vector of length 1
         * @throws EmbeddingFailedException if the model fails
         */
        float[] embed(String text);

        /** Gives the memory back. */
        @Override
        void close();
    }
}
