package io.guidepost.related;

import io.guidepost.related.embedding.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What all guides have in common, as a vector: the mean of theirs. What is left of a guide's vector without it is what tells the guide from others.
 * Of few guides less is taken away, as their mean says more of themselves.
 */
final class Centre {

    /** Nothing is known to be common. */
    static final Centre NONE = new Centre(0, 0, new float[0]);

    /** Of the three parts of a vector: the mean of the paragraphs, the title, the summary. Their squares add up to 1. */
    private static final double[] SHARES = {Math.sqrt(0.5), Math.sqrt(0.25), Math.sqrt(0.25)};
    private static final double FEW = 20;

    private final int number;
    private final int guides;
    private final float[] mean;

    /**
     * A centre.
     *
     * @param number counted up with every change
     * @param guides how many guides it is the mean of
     * @param mean of their vectors
     */
    Centre(int number, int guides, float[] mean) {
        this.number = number;
        this.guides = guides;
        this.mean = mean.clone();
    }

    int number() {
        return number;
    }

    int guides() {
        return guides;
    }

    float[] mean() {
        return mean.clone();
    }

    /** How many parts a guide's vector has. */
    static int parts() {
        return SHARES.length;
    }

    /**
     * The vector of a guide as it is kept.
     *
     * @param embedding gives the vector of a paragraph
     * @param dimensions how many numbers such a vector has
     */
    static float[] whole(GuideText text, Function<String, float[]> embedding, int dimensions) {
        return whole(text.paragraphs().stream().map(embedding).toList(), part(text.title(), embedding, dimensions),
                part(text.summary(), embedding, dimensions));
    }

    /** The mean of the vectors of a text's paragraphs. */
    private static float[] part(String text, Function<String, float[]> embedding, int dimensions) {
        float[] sum = new float[dimensions];
        Paragraphs.of(List.of(text)).forEach(paragraph -> Vectors.add(sum, embedding.apply(paragraph), 1));
        return Vectors.unit(sum);
    }

    /**
     * The vector of a guide as it is kept: its parts one after the other.
     *
     * @param paragraphs the vectors of its paragraphs
     * @param title that of its title
     * @param summary that of its summary; all numbers 0: it has none
     */
    static float[] whole(List<float[]> paragraphs, float[] title, float[] summary) {
        float[] sum = new float[title.length];
        paragraphs.forEach(paragraph -> Vectors.add(sum, paragraph, 1.0 / paragraphs.size()));
        float[] whole = Arrays.copyOf(sum, SHARES.length * title.length);
        System.arraycopy(title, 0, whole, title.length, title.length);
        System.arraycopy(summary, 0, whole, 2 * title.length, summary.length);
        return whole;
    }

    /**
     * What tells a guide from others.
     *
     * @param whole the guide's vector
     * @return a vector of the same size and of length 1
     */
    float[] centred(float[] whole) {
        float[] joined = new float[whole.length];
        int size = whole.length / SHARES.length;
        for (int part = 0; part < SHARES.length; part++) {
            float[] rest = Arrays.copyOfRange(whole, part * size, (part + 1) * size);
            if (mean.length == whole.length && !isNull(rest)) {
                Vectors.add(rest, Arrays.copyOfRange(mean, part * size, (part + 1) * size), -guides / (guides + FEW));
            }
            float[] unit = Vectors.unit(rest);
            for (int i = 0; i < size; i++) {
                joined[part * size + i] = (float) (SHARES[part] * unit[i]);
            }
        }
        return Vectors.unit(joined);
    }

    private static boolean isNull(float[] vector) {
        for (float value : vector) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
