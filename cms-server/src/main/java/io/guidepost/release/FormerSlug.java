package io.guidepost.release;

/**
 * A slug that no live document of its type has, though one had it before.
 *
 * @param type the document type
 * @param slug the slug
 * @param document the id of the document that last had it
 */
record FormerSlug(String type, String slug, String document) {

    static FormerSlug of(LiveDocument document) {
        return new FormerSlug(document.type(), document.slug(), document.id());
    }

    /** What former slugs are ordered by: the type, then the slug. */
    static String key(String type, String slug) {
        return type + "/" + slug;
    }

    String key() {
        return key(type, slug);
    }
}
