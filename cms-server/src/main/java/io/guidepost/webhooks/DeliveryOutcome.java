package io.guidepost.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What has become of a message. */
enum DeliveryOutcome {
    /** It is still to be delivered. */
    WAITING,
    /** It has arrived. */
    DELIVERED,
    /** It has not arrived, and is not tried again unless somebody asks for it. */
    FAILED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DeliveryOutcome> ofWord(String word) {
        return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(DeliveryOutcome::word).toList();
    }
}
