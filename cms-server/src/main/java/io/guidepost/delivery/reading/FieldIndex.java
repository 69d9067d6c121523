package io.guidepost.delivery.reading;

import io.guidepost.release.LiveDocument;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.pcollections.Empty;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which of the live documents of a type have which value. Immutable; an index shares with the one that it was made from all that
 * has not changed.
 *
 * @param documents the live documents of the type, by slug
 * @param values what each has, by its publication
 * @param holders the documents that have a value, by slug
 * @param size how many documents it tells of, each once and once more for each value that it has
 */
record FieldIndex(NavigableMap<String, LiveDocument> documents, PMap<String, List<String>> values,
        PMap<String, PSortedMap<String, LiveDocument>> holders, int size) {

    /** The index of no documents. */
    static final FieldIndex EMPTY = new FieldIndex(Collections.emptyNavigableMap(), Empty.map(), Empty.map(), 0);

    /** How many documents are read at a time. */
    private static final int BATCH = 500;

    /** Tells what documents have, by their publications. */
    interface Reader extends Function<Collection<LiveDocument>, Map<String, List<String>>> {}

    /** The documents that have a value, by slug. */
    NavigableMap<String, LiveDocument> having(String value) {
        PSortedMap<String, LiveDocument> having = holders.get(value);
        return having == null ? Collections.emptyNavigableMap() : having;
    }

    /** The index of the documents as they are now; only those that are not the same here are read. */
    FieldIndex of(NavigableMap<String, LiveDocument> now, Reader reader) {
        FieldIndex index = this;
        for (LiveDocument gone : missingIn(now, documents)) {
            index = index.without(gone);
        }
        List<List<LiveDocument>> batches = missingIn(documents, now).stream().gather(Gatherers.windowFixed(BATCH))
                .toList();
        for (List<LiveDocument> batch : batches) {
            Map<String, List<String>> read = reader.apply(batch);
            for (LiveDocument come : batch) {
                index = index.with(come, read.getOrDefault(come.publication(), List.of()));
            }
        }
        return new FieldIndex(now, index.values, index.holders, index.size);
    }

    @SuppressWarnings("ReferenceEquality")
    private static List<LiveDocument> missingIn(Map<String, LiveDocument> some, Map<String, LiveDocument> others) {
        return others.values().stream().filter(document -> some.get(document.slug()) != document).toList();
    }

    private FieldIndex with(LiveDocument document, List<String> has) {
        PMap<String, PSortedMap<String, LiveDocument>> changed = holders;
        for (String value : has) {
            changed = changed.plus(value,
                    changed.getOrDefault(value, TreePMap.empty()).plus(document.slug(), document));
        }
        return new FieldIndex(documents, values.plus(document.publication(), has), changed, size + 1 + has.size());
    }

    private FieldIndex without(LiveDocument document) {
        List<String> had = values.getOrDefault(document.publication(), List.of());
        PMap<String, PSortedMap<String, LiveDocument>> changed = holders;
        for (String value : had) {
            PSortedMap<String, LiveDocument> rest = changed.getOrDefault(value, TreePMap.empty())
                    .minus(document.slug());
            changed = rest.isEmpty() ? changed.minus(value) : changed.plus(value, rest);
        }
        return new FieldIndex(documents, values.minus(document.publication()), changed, size - 1 - had.size());
    }
}
