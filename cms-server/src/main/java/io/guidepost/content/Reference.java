package io.guidepost.content;

/**
 * A reference from a document's content to another document.
 *
 * @param pointer the field or list item that holds it, as a JSON pointer
 * @param type the document type of the target
 * @param target which document
 * @param weak whether the document may be live while the target is not
 */
public record Reference(String pointer, String type, Target target, boolean weak) {

    /** The document type that citations refer to. */
    public static final String CITED = "Source";

    /** How a reference names the document it refers to. */
    public sealed interface Target {}

    /**
     * By its id, as reference fields do.
     *
     * @param id the id of the document
     */
    public record ById(String id) implements Target {}

    /**
     * By its slug, as citations do.
     *
     * @param slug the slug, unique among the live documents of the type
     */
    public record BySlug(String slug) implements Target {}
}
