package io.guidepost.release;

/**
 * What a live document refers to.
 *
 * @param type the document type referred to
 * @param key a document's id, or its slug where {@code bySlug}
 * @param bySlug whether the key is a slug, as citations are
 */
public record Target(String type, String key, boolean bySlug) {}
