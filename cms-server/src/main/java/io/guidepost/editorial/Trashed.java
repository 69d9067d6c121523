package io.guidepost.editorial;

import io.guidepost.security.PersonId;
import java.time.Instant;

/**
 * That a document is in the trash.
 *
 * @param by who put it there
 * @param at when
 */
public record Trashed(PersonId by, Instant at) {}
