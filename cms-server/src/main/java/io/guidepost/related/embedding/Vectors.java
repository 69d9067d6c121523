package io.guidepost.related.embedding;

/** Sums with vectors. */
public final class Vectors {

    private Vectors() {}

    /** Adds a multiple of a vector to a sum. */
    public static void add(float[] sum, float[] vector, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (factor * vector[i]);
        }
    }

    /** A vector of length 1 in the direction of one; the null vector stays as it is. */
    public static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float[] unit = new float[vector.length];
        if (squares > 0) {
            add(unit, vector, 1 / Math.sqrt(squares));
        }
        return unit;
    }
}
