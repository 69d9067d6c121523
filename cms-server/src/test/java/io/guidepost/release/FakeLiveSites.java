package io.guidepost.release;

import io.guidepost.content.ContentModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A live site and its publications, in memory; counts how often content is loaded. */
public final class FakeLiveSites implements LiveSites, Publications {

    private final List<LiveSite> sites = new ArrayList<>(List.of(LiveSite.EMPTY));
    private final Map<String, ObjectNode> contents = new LinkedHashMap<>();
    private final Function<Published, List<Target>> references;
    private int loads;

    /** Sites whose documents know nothing of one another. */
    public FakeLiveSites() {
        this.references = document -> List.of();
    }

    /** Sites whose documents refer to one another as their content says. */
    public FakeLiveSites(ContentModel model) {
        this.references = document -> model.type(document.type()).references(document.content()).stream()
                .filter(reference -> !reference.weak()).map(Target::of).distinct().toList();
    }

    /** Makes a release of some documents, each with its type, id, slug and content. */
    public void publish(Instant at, List<Published> documents) {
        int number = sites.size();
        List<Entry> entries = new ArrayList<>();
        for (Published document : documents) {
            String publication = document.id() + "@" + number;
            keep(publication, document.content());
            entries.add(new Entry(document.id(), document.type(), document.slug(), document.slug(), Action.PUBLISH,
                    publication, references.apply(document)));
        }
        sites.add(latest().with(new Release(number, at, "editor", "A release", entries)));
    }

    /** Makes a release that withdraws a document. */
    public void withdraw(Instant at, LiveDocument document) {
        Entry entry = new Entry(document.id(), document.type(), document.slug(), document.title(), Action.WITHDRAW,
                null, List.of());
        sites.add(latest().with(new Release(sites.size(), at, "editor", "A release", List.of(entry))));
    }

    @Override
    public LiveSite latest() {
        return sites.getLast();
    }

    @Override
    public LiveSite at(int release) {
        if (release >= sites.size()) {
            throw new UnknownReleaseException(release, sites.size() - 1);
        }
        return sites.get(release);
    }

    @Override
    public void keep(String id, ObjectNode content) {
        contents.put(id, content);
    }

    @Override
    public Map<String, ObjectNode> load(Collection<String> ids) {
        loads++;
        Map<String, ObjectNode> loaded = new LinkedHashMap<>();
        ids.forEach(id -> loaded.put(id, contents.get(id)));
        return loaded;
    }

    @Override
    public @Nullable ObjectNode inMemory(String id) {
        return null;
    }

    /** Loses what was published, as a database might. */
    public void lose(String publication) {
        contents.remove(publication);
    }

    /** How often content has been loaded so far. */
    public int loads() {
        return loads;
    }

    /** A document to publish. */
    public record Published(String type, String id, String slug, ObjectNode content) {}
}
