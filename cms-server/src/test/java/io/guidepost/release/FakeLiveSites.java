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

    private final List<Release> releases = new ArrayList<>();
    private final List<LiveSite> sites = new ArrayList<>(List.of(LiveSite.EMPTY));
    private final Map<String, ObjectNode> contents = new LinkedHashMap<>();
    private final Function<Published, List<Target>> references;
    private int loads;
    private int documentsRead;

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
            entries.add(new Entry(document.id(), document.type(), document.slug(), document.title(), Action.PUBLISH,
                    publication, document.references().isEmpty() ? references.apply(document) : document.references()));
        }
        release(at, entries);
    }

    /** Makes a release that withdraws a document. */
    public void withdraw(Instant at, LiveDocument document) {
        Entry entry = new Entry(document.id(), document.type(), document.slug(), document.title(), Action.WITHDRAW,
                null, List.of());
        release(at, List.of(entry));
    }

    private void release(Instant at, List<Entry> entries) {
        Release release = new Release(sites.size(), at, "editor", "A release", entries);
        sites.add(latest().with(release));
        releases.add(release);
    }

    /** A release that was made, by its number. */
    public Release release(int number) {
        return releases.get(number - 1);
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
        documentsRead += ids.size();
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

    /** How many documents' content has been loaded so far, each as often as it was. */
    public int documentsRead() {
        return documentsRead;
    }

    /** A document to publish. */
    public record Published(String type, String id, String slug, String title, ObjectNode content,
            List<Target> references) {

        /** One that has its slug for a title and refers to nothing. */
        public Published(String type, String id, String slug, ObjectNode content) {
            this(type, id, slug, slug, content, List.of());
        }
    }
}
