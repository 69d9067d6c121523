package io.guidepost.editorial;

/**
 * A working copy's reference to a document.
 *
 * @param document the id of the document that refers
 * @param type its type
 * @param title its title
 * @param pointer where in its content, as a JSON pointer
 * @param weak whether it can do without
 */
public record Referrer(String document, String type, String title, String pointer, boolean weak) {}
