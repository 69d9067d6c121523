package io.guidepost.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a release did to one document.
 *
 * @param document the document's id
 * @param type its type
 * @param slug its slug
 * @param title its title, for lists
 * @param action whether it went live or was withdrawn
 * @param publication the publication that went live, {@code document@version}; null for a withdrawal
 * @param references what the publication cannot do without
 */
public record Entry(String document, String type, String slug, String title, Action action,
        @Nullable String publication, List<Target> references) {

    /** The entry that puts a document live as it is, or was. */
    public static Entry publish(LiveDocument document) {
        return new Entry(document.id(), document.type(), document.slug(), document.title(), Action.PUBLISH,
                document.publication(), document.references());
    }

    /** The entry that takes a document off the site. */
    public static Entry withdraw(String document, String type, String slug, String title) {
        return new Entry(document, type, slug, title, Action.WITHDRAW, null, List.of());
    }

    /** The version that went live; null for a withdrawal. */
    public @Nullable Integer version() {
        return publication == null
                ? null
                : Integer.valueOf(publication.substring(publication.lastIndexOf('@') + 1));
    }
}
