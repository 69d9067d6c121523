package io.guidepost.editorial;

import io.guidepost.checks.Neighbour;
import io.guidepost.checks.Surroundings;
import io.guidepost.content.ContentModel;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.Figures;
import io.guidepost.content.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The working copies around some of them; what these refer to is read in a few batches, all else, once, when it is asked for. */
class WorkingSurroundings implements Surroundings {

    private final Documents documents;
    private final FigureCatalog catalog;
    private final Figures figures;
    private final LocalDate today;
    private final Map<String, Optional<Neighbour>> byId = new HashMap<>();
    private final Map<String, List<Neighbour>> bySlug = new HashMap<>();
    private final Map<String, List<Neighbour>> peers = new HashMap<>();

    WorkingSurroundings(Documents documents, ContentModel model, Collection<Document> chosen,
            FigureCatalog catalog, Figures figures, LocalDate today) {
        this.documents = documents;
        this.catalog = catalog;
        this.figures = figures;
        this.today = today;
        read(chosen.stream()
                .flatMap(document -> model.type(document.type()).references(document.content()).stream()).toList());
    }

    private void read(List<Reference> references) {
        Set<DocumentId> ids = new HashSet<>();
        Map<String, Set<String>> slugs = new HashMap<>();
        for (Reference reference : references) {
            switch (reference.target()) {
                case Reference.ById(String id) -> id(id).ifPresent(ids::add);
                case Reference.BySlug(String slug) -> slugs.computeIfAbsent(reference.type(), type -> new HashSet<>())
                        .add(slug);
            }
        }
        ids.forEach(id -> byId.put(id.value(), Optional.empty()));
        documents.findAll(ids).values().forEach(found -> byId.put(found.id().value(), active(found)));
        slugs.forEach((type, wanted) -> {
            wanted.forEach(slug -> bySlug.put(key(type, slug), new ArrayList<>()));
            documents.withSlugs(type, wanted).forEach(found -> bySlug
                    .computeIfAbsent(key(type, found.slug()), key -> new ArrayList<>()).add(neighbour(found)));
        });
    }

    @Override
    public Optional<Neighbour> byId(String documentId) {
        return byId.computeIfAbsent(documentId, id -> id(id).flatMap(documents::find)
                .flatMap(WorkingSurroundings::active));
    }

    @Override
    public Optional<Neighbour> bySlug(String type, String slug) {
        return withSlug(type, slug).stream().findFirst();
    }

    @Override
    public Optional<Neighbour> slugHolder(String type, String slug, String otherThan) {
        return withSlug(type, slug).stream().filter(neighbour -> !neighbour.id().equals(otherThan)).findFirst();
    }

    @Override
    public List<Neighbour> peers(String type) {
        return peers.computeIfAbsent(type, this::readPeers);
    }

    private List<Neighbour> readPeers(String type) {
        List<DocumentId> ids = documents.list(new Documents.DocumentQuery(type, null, null, null, false, null, PEERS))
                .stream().map(Document::id).toList();
        return documents.findAll(ids).values().stream().flatMap(found -> active(found).stream()).toList();
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

    private List<Neighbour> withSlug(String type, String slug) {
        return bySlug.computeIfAbsent(key(type, slug), key -> documents.withSlugs(type, Set.of(slug)).stream()
                .map(WorkingSurroundings::neighbour).toList());
    }

    private static String key(String type, String slug) {
        return type + "/" + slug;
    }

    /** What refers to a document may name what is no id. */
    private static Optional<DocumentId> id(String value) {
        return DocumentId.isWellFormed(value) ? Optional.of(new DocumentId(value)) : Optional.empty();
    }

    private static Optional<Neighbour> active(Document document) {
        return document.trashed() == null ? Optional.of(neighbour(document)) : Optional.empty();
    }

    private static Neighbour neighbour(Document document) {
        return new Neighbour(document.id().value(), document.type(), document.slug(), document.title(),
                document.id().value() + "@" + document.version(), document.content());
    }
}
