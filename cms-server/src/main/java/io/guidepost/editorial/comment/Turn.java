package io.guidepost.editorial.comment;

import io.guidepost.security.PersonId;
import java.time.Instant;

/**
 * That a thread was resolved, or opened again after that.
 *
 * @param resolved whether it was resolved
 * @param by who did it
 * @param at when
 */
public record Turn(boolean resolved, PersonId by, Instant at) {}
