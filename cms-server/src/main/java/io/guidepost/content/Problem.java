package io.guidepost.content;

/**
 * Something wrong with a document's content.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the document as a whole
 * @param code what kind of problem, in kebab case; codes never change their meaning
 * @param message a sentence for the editor
 */
public record Problem(String pointer, String code, String message) {}
