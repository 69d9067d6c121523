package io.guidepost.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One release of the log.
 *
 * @param number counted from 1, without gaps
 * @param at when it was made
 * @param by the login of whoever made it
 * @param message what it is for
 * @param plan the planned release that it was made from, of which no other can be made; null: none
 * @param rollsBack the release that it takes back; null: none
 * @param entries what it did, one a document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Release(int number, Instant at, String by, String message, @Nullable String plan,
        @Nullable Integer rollsBack, List<Entry> entries) {

    /** A release that was neither planned nor takes another back. */
    public Release(int number, Instant at, String by, String message, List<Entry> entries) {
        this(number, at, by, message, null, null, entries);
    }
}
