package io.guidepost.comparison;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Runs a property for many seeds; a failure names its seed. */
final class Seeds {

    private Seeds() {}

    static void each(int cases, LongConsumer property) {
        LongStream.rangeClosed(1, cases).forEach(seed -> {
            try {
                property.accept(seed);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("With the seed " + seed + ": " + failure.getMessage(), failure);
            }
        });
    }
}
