package io.guidepost.checks;

import io.guidepost.content.FigureCatalog;
import io.guidepost.content.Figures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a check may know beyond the document: the site as it would be with the document on it. */
public interface Surroundings {

    /** The document of that id, live or going live in the same release; empty if it would not be live. */
    Optional<Neighbour> byId(String documentId);

    /** The document of that type and slug, live or going live in the same release; empty if there would be none. */
    Optional<Neighbour> bySlug(String type, String slug);

    /** Whether there is a document of that type and slug, as {@link #bySlug} would find it. */
    default boolean isLive(String type, String slug) {
        return bySlug(type, slug).isPresent();
    }

    /**
     * The document other than the given one, live or going live in the same release, that has the slug; empty if none has.
     *
     * @param otherThan the id of the document that may have it
     */
    Optional<Neighbour> slugHolder(String type, String slug, String otherThan);

    /** How many documents to compare with at most, so that a check stays quick on a site of any size. */
    int PEERS = 50;

    /**
     * Documents of a type that are worth comparing with, {@link #PEERS} at most; the one that is checked may be among them. Those that the
     * document refers to are seen in any case.
     */
    default List<Neighbour> peers(String type) {
        return List.of();
    }

    /** Which figures there are. */
    FigureCatalog figures();

    /** What the figures are now. */
    Figures values();

    /** The day that dates are held against. */
    LocalDate today();
}
