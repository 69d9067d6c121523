package io.guidepost.release;

import java.time.Instant;
import java.util.List;

/**
 * One release of the log.
 *
 * @param number counted from 1, without gaps
 * @param at when it was made
 * @param by the login of whoever made it
 * @param message what it is for
 * @param entries what it did, one a document
 */
public record Release(int number, Instant at, String by, String message, List<Entry> entries) {}
