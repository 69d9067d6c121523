package io.guidepost.delivery.execution;

import java.io.ByteArrayOutputStream;

/**
 * How long one answer may still become. A bound on what was estimated, since what bounds some lists and texts is the site alone. For one
 * thread.
 */
final class Allowance {

    private final int mostValues;
    private final long mostBytes;
    private long taken;

    /**
     * The most that is answered at once.
     *
     * @param mostValues how many values an answer may have
     * @param mostBytes how many bytes it may have
     */
    Allowance(int mostValues, long mostBytes) {
        this.mostValues = mostValues;
        this.mostBytes = mostBytes;
    }

    /** For what is sent in small parts, whatever its length. */
    static Allowance unlimited() {
        return new Allowance(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Begins to count anew. */
    void restart() {
        taken = 0;
    }

    /**
     * Counts the value of one field.
     *
     * @param weight how many values it counts as
     * @throws RefusedOperationException if that is more than the answer may have
     */
    void take(int weight) {
        taken += weight;
        if (taken > mostValues) {
            throw tooLong(mostValues + " values");
        }
    }

    /** What an answer is written to; it refuses to take more than the answer may have. */
    ByteArrayOutputStream bytes() {
        return new BoundedBytes(mostBytes, () -> tooLong(mostBytes + " bytes"));
    }

    private static RefusedOperationException tooLong(String most) {
        return new RefusedOperationException("The answer is too long: it has more than " + most
                + ", the most that is answered at once. Ask for shorter lists or in several requests.");
    }
}
