package io.guidepost.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release in a list: how much it did, and not to what.
 *
 * @param number counted from 1, without gaps
 * @param at when it was made
 * @param by the login of whoever made it
 * @param message what it is for
 * @param plan the planned release that it was made from; null: none
 * @param rollsBack the release that it takes back; null: none
 * @param published how many documents went live
 * @param withdrawn how many were withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleaseSummary(int number, Instant at, String by, String message, @Nullable String plan,
        @Nullable Integer rollsBack, int published, int withdrawn) {}
