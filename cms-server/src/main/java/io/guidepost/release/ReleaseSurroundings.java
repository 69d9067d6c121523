package io.guidepost.release;

import io.guidepost.checks.Neighbour;
import io.guidepost.checks.Surroundings;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.Figures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The site as a release would make it, around a document that it publishes. */
class ReleaseSurroundings implements Surroundings {

    private final LiveSite site;
    private final Map<String, ObjectNode> contents;
    private final Publications publications;
    private final FigureCatalog catalog;
    private final Figures figures;
    private final LocalDate today;

    ReleaseSurroundings(LiveSite site, Map<String, ObjectNode> contents, Publications publications,
            FigureCatalog catalog, Figures figures, LocalDate today) {
        this.site = site;
        this.contents = contents;
        this.publications = publications;
        this.catalog = catalog;
        this.figures = figures;
        this.today = today;
    }

    @Override
    public Optional<Neighbour> byId(String documentId) {
        return site.byId(documentId).map(this::neighbour);
    }

    @Override
    public Optional<Neighbour> bySlug(String type, String slug) {
        return site.bySlug(type, slug).map(this::neighbour);
    }

    @Override
    public boolean slugTaken(String type, String slug, String byOtherThan) {
        return site.bySlug(type, slug).filter(document -> !document.id().equals(byOtherThan)).isPresent();
    }

    @Override
    public FigureCatalog figures() {
        return catalog;
    }

    @Override
    public Figures values() {
        return figures;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    private Neighbour neighbour(LiveDocument document) {
        ObjectNode fresh = contents.get(document.publication());
        ObjectNode content = fresh != null
                ? fresh
                : Objects.requireNonNull(
                        publications.load(List.of(document.publication())).get(document.publication()));
        return new Neighbour(document.id(), document.type(), document.slug(), document.title(), content);
    }
}
