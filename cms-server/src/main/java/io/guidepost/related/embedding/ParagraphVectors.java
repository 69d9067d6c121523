package io.guidepost.related.embedding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.related.embedding.EmbeddingModel.Loaded;
import org.jspecify.annotations.Nullable;

/**
 * Embeds paragraphs with a model that is loaded when it is first needed and stays until it is told to rest. While it is loaded, a paragraph
 * that was embedded lately is not embedded again.
 */
public final class ParagraphVectors {

    private final EmbeddingModel model;
    private final Cache<String, float[]> lately;
    private @Nullable Loaded loaded;

    /**
     * Nothing is loaded yet.
     *
     * @param kept how many paragraphs are remembered with their vectors
     */
    public ParagraphVectors(EmbeddingModel model, int kept) {
        this.model = model;
        this.lately = Caffeine.newBuilder().maximumSize(kept).build();
    }

    /**
     * The vector of a paragraph.
     *
     * @return a vector of length 1, not to be changed
     * @throws EmbeddingFailedException if the model cannot be loaded, or fails
     */
    public synchronized float[] of(String paragraph) {
        float[] known = lately.getIfPresent(paragraph);
        if (known == null) {
            known = inMemory().embed(paragraph);
            lately.put(paragraph, known);
        }
        return known;
    }

    private Loaded inMemory() {
        Loaded present = loaded;
        if (present == null) {
            present = model.load();
            loaded = present;
        }
        return present;
    }

    /** Gives back the memory until the next paragraph comes; without a loaded model it does nothing. */
    public synchronized void rest() {
        Loaded present = loaded;
        if (present != null) {
            loaded = null;
            lately.invalidateAll();
            present.close();
        }
    }

    /** Whether the model is in memory. */
    public synchronized boolean isAwake() {
        return loaded != null;
    }
}
