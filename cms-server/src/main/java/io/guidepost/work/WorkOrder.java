package io.guidepost.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What working copies are sorted by. */
enum WorkOrder {
    /** When they were last changed. */
    CHANGED,
    /** When they were created. */
    CREATED,
    /** Their titles. */
    TITLE,
    /** How well they fit the words that are looked for. */
    RELEVANCE,
    /** When they were handed to review. */
    SUBMITTED;

    /** As it is written in queries. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One that can be asked for. */
    static Optional<WorkOrder> ofKey(String key) {
        return Arrays.stream(values()).filter(order -> order != SUBMITTED && order.key().equals(key)).findFirst();
    }
}
