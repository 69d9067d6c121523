package io.guidepost.checks;

/**
 * Something that a check found in a document.
 *
 * @param code what kind of thing, in kebab case; codes never change their meaning
 * @param severity what it means for the document
 * @param pointer where in the document's content, as a JSON pointer (RFC 6901); empty for the document as a whole
 * @param message a sentence or two for the editor: what it is and what to do
 */
public record Finding(String code, Severity severity, String pointer, String message) {}
