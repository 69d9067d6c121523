package io.guidepost.editorial;

import io.guidepost.content.ContentHash;
import io.guidepost.content.DocumentType;
import io.guidepost.content.Reference;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a document says, with what follows from it.
 *
 * @param content as it was written; not to be changed
 * @param slug its slug; empty while it has none
 * @param title its title; empty while it has none
 * @param references what it refers to, as {@link #key} writes it
 * @param hash names the content: two contents of the same hash are the same
 */
public record Body(ObjectNode content, String slug, String title, Set<String> references, String hash) {

    /** Copies the references. */
    public Body {
        references = Set.copyOf(references);
    }

    /** The body that a content makes for a document of a type. */
    static Body of(DocumentType type, ObjectNode content) {
        Set<String> references = new TreeSet<>();
        type.references(content).forEach(reference -> references.add(key(reference)));
        return new Body(content, type.slug(content).orElse(""), type.title(content), references,
                ContentHash.of(content));
    }

    /** A reference as one text: {@code faq-degree} by id, {@code Source/bls-data-scientists} by slug. */
    static String key(Reference reference) {
        return switch (reference.target()) {
            case Reference.ById(String id) -> id;
            case Reference.BySlug(String slug) -> reference.type() + "/" + slug;
        };
    }
}
