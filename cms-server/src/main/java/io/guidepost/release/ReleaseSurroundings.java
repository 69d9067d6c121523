package io.guidepost.release;

import io.guidepost.checks.Neighbour;
import io.guidepost.checks.Surroundings;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.Figures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The site as a release would make it, around a document that it publishes. */
class ReleaseSurroundings implements Surroundings {

    private final LiveSite site;
    private final Map<String, ObjectNode> contents;
    private final Publications publications;
    private final FigureCatalog catalog;
    private final Figures figures;
    private final LocalDate today;
    private final Map<String, List<Neighbour>> peers = new HashMap<>();

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
    public boolean isLive(String type, String slug) {
        return site.bySlug(type, slug).isPresent();
    }

    @Override
    public Optional<Neighbour> slugHolder(String type, String slug, String otherThan) {
        return site.bySlug(type, slug).filter(document -> !document.id().equals(otherThan)).map(this::neighbour);
    }

    @Override
    public List<Neighbour> peers(String type) {
        return peers.computeIfAbsent(type, this::live);
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

    /** The first of a type, their contents read together. */
    private List<Neighbour> live(String type) {
        List<LiveDocument> documents = site.ofType(type).values().stream().limit(PEERS).toList();
        Map<String, ObjectNode> read = publications.load(documents.stream().map(LiveDocument::publication)
                .filter(publication -> !contents.containsKey(publication)).toList());
        return documents.stream().map(document -> neighbour(document,
                contents.getOrDefault(document.publication(), read.get(document.publication())))).toList();
    }

    private Neighbour neighbour(LiveDocument document) {
        ObjectNode fresh = contents.get(document.publication());
        return neighbour(document, fresh != null
                ? fresh
                : publications.load(List.of(document.publication())).get(document.publication()));
    }

    private static Neighbour neighbour(LiveDocument document, @Nullable ObjectNode publication) {
        ObjectNode content = Objects.requireNonNull(publication);
        return new Neighbour(document.id(), document.type(), document.slug(), document.title(), document.publication(),
                content);
    }
}
