package io.guidepost.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a message can be about. */
enum EventType {
    /** A release was made. */
    RELEASE("release.published"),
    /** A snapshot of the statistics was taken. */
    STATISTICS("statistics.published"),
    /** Nothing has happened: somebody wants to see whether messages arrive. */
    PING("ping");

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    /** The type as messages and requests have it. */
    String word() {
        return word;
    }

    static Optional<EventType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(EventType::word).toList();
    }
}
