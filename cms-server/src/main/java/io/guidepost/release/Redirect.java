package io.guidepost.release;

import org.jspecify.annotations.Nullable;

/**
 * Where readers are to be sent who come by a slug that no live document of its type has any more.
 *
 * @param type the document type
 * @param from the slug
 * @param to the slug that the document which last had it has now; null: that document is not live
 */
public record Redirect(String type, String from, @Nullable String to) {}
