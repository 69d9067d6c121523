package io.guidepost.upkeep;

import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.List;

/** Where a review task stands. Only an open one moves, once. */
public sealed interface TaskState {

    /** The words of all states. */
    List<String> WORDS = List.of("open", "done", "dismissed", "settled");

    /** Somebody has to look. */
    record Open() implements TaskState {}

    /**
     * Somebody has seen to it. If the same is found again later on, another task is opened.
     *
     * @param by who
     * @param at when
     * @param note what they say about it; may be empty
     */
    record Done(PersonId by, Instant at, String note) implements TaskState {}

    /**
     * Somebody says that nothing is to be done. No task is opened again on the same occasion.
     *
     * @param by who
     * @param at when
     * @param note why
     */
    record Dismissed(PersonId by, Instant at, String note) implements TaskState {}

    /**
     * What it was about is right again, as the server has found.
     *
     * @param at when
     */
    record Settled(Instant at) implements TaskState {}

    /** The state as it is stored and written in JSON. */
    default String word() {
        return switch (this) {
            case Open _ -> "open";
            case Done _ -> "done";
            case Dismissed _ -> "dismissed";
            case Settled _ -> "settled";
        };
    }
}
