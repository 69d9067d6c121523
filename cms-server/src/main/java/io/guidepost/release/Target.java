package io.guidepost.release;

import io.guidepost.content.Reference;

/**
 * What a live document refers to.
 *
 * @param type the document type referred to
 * @param key a document's id, or its slug where {@code bySlug}
 * @param bySlug whether the key is a slug, as citations are
 */
public record Target(String type, String key, boolean bySlug) {

    /** What a reference of content leads to. */
    static Target of(Reference reference) {
        return switch (reference.target()) {
            case Reference.ById(String id) -> new Target(reference.type(), id, false);
            case Reference.BySlug(String slug) -> new Target(reference.type(), slug, true);
        };
    }
}
