package io.guidepost.editorial;

import io.guidepost.security.PersonId;
import java.time.Instant;

/**
 * That a reviewer holds a content to be ready.
 *
 * @param by the reviewer
 * @param at when
 * @param hash the content that was approved, and no other
 */
public record Approval(PersonId by, Instant at, String hash) {}
