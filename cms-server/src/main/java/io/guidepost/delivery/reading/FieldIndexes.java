package io.guidepost.delivery.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.content.ContentModel;
import io.guidepost.memory.MemoryLimit;
import io.guidepost.release.Contents;
import io.guidepost.release.LiveDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Indexes of live documents by what is in their content, kept in memory within a bound. One is made from the last that was made of
 * the same field, so that only what has changed is read.
 */
@Component
class FieldIndexes {

    /** About how much memory a document takes in an index, and as much again for each value that it has, in bytes. */
    private static final int OF_AN_ENTRY = 150;

    private final ContentModel model;
    private final Cache<Site, FieldIndex> indexes;
    private final Map<Facet, Site> newest = new ConcurrentHashMap<>();

    FieldIndexes(ContentModel model,
            @Value("${guidepost.delivery.indexes-in-memory:4%}") MemoryLimit indexesInMemory) {
        this.model = model;
        this.indexes = Caffeine.newBuilder().maximumWeight(indexesInMemory.bytes() / OF_AN_ENTRY)
                .weigher((Site site, FieldIndex index) -> 1 + index.size()).build();
    }

    /** The very documents that an index is of: the same object says the same, another need not be looked through to tell. */
    private record Site(Facet facet, NavigableMap<String, LiveDocument> documents) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Site site && documents == site.documents && facet.equals(site.facet);
        }

        @Override
        public int hashCode() {
            return 31 * facet.hashCode() + System.identityHashCode(documents);
        }
    }

    /**
     * The documents that have a value, by slug.
     *
     * @param type the documents' type
     * @param facet a field that editors write, or {@link Facet#HAS_FIGURE}
     * @param value what they have, or have among others
     * @param documents all live documents of the type
     * @param contents where their content is read
     */
    NavigableMap<String, LiveDocument> having(String type, String facet, String value,
            NavigableMap<String, LiveDocument> documents, Contents contents) {
        Site site = new Site(new Facet(model.type(type), facet), documents);
        return indexes.get(site, unknown -> make(unknown, contents)).having(value);
    }

    private FieldIndex make(Site site, Contents contents) {
        Site last = newest.get(site.facet());
        FieldIndex known = last == null ? null : indexes.getIfPresent(last);
        FieldIndex made = (known == null ? FieldIndex.EMPTY : known).of(site.documents(),
                changed -> values(site.facet(), changed, contents));
        newest.put(site.facet(), site);
        return made;
    }

    private static Map<String, List<String>> values(Facet facet, Collection<LiveDocument> documents,
            Contents contents) {
        Map<String, List<String>> values = new HashMap<>();
        contents.load(documents.stream().map(LiveDocument::publication).toList())
                .forEach((publication, content) -> values.put(publication, facet.values(content)));
        return values;
    }
}
