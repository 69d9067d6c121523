package io.guidepost.content;

/**
 * Something wrong with a document's content.
 *
 * @param pointer where, as a JSON pointer (RFC 6901)
 * @param code what, in words joined by hyphens, stable for clients to act on
 * @param message the same in a sentence for an editor
 */
public record Problem(String pointer, String code, String message) {}
