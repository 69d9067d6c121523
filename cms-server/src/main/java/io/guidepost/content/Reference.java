package io.guidepost.content;

/**
 * A document's reference to another.
 *
 * @param pointer where it stands in the content, as a JSON pointer
 * @param type the document type referred to
 * @param target which document of that type
 * @param weak whether the document may go live without it
 */
public record Reference(String pointer, String type, Target target, boolean weak) {

    /** How the document referred to is named. */
    public sealed interface Target {}

    /** By its id, as reference fields do. */
    public record ById(String id) implements Target {}

    /** By its slug, as citations do. */
    public record BySlug(String slug) implements Target {}
}
