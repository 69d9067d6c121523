package io.guidepost.delivery.execution;

/** How many values one answer may still have. A bound on what was estimated, since what bounds some lists is the site alone. For one thread. */
final class Allowance {

    private final int most;
    private long taken;

    /** @param most how many values an answer may have */
    Allowance(int most) {
        this.most = most;
    }

    /** For what is sent in small parts, whatever its length. */
    static Allowance unlimited() {
        return new Allowance(Integer.MAX_VALUE);
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
        if (taken > most) {
            throw new RefusedOperationException("The answer is too long: it has more than " + most
                    + " values, the most that is answered at once. Ask for shorter lists or in several requests.");
        }
    }
}
