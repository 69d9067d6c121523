package io.guidepost.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that looks documents up by what a query says of their {@code _id} or of the keys of an index, and otherwise
 * reads a page in the order of ids from where it begins to where it ends. The backend itself would read and sort the whole
 * collection for each query that says more than what one index knows.
 */
final class DocumentCollection extends H2Collection {

    private static final String ID = "_id";
    /** Of ids of one of these kinds alone, the store has the order that queries ask for. */
    private static final Set<Class<?>> ORDERED = Set.of(String.class, Integer.class, Long.class);

    private final MVMap<Object, Document> documents;
    private final StoredValueType type;

    DocumentCollection(MongoDatabase database, String name, CollectionOptions options,
            MVMap<Object, Document> documents, MVMap<String, Object> meta, CursorRegistry cursors,
            StoredValueType type) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
        this.type = type;
    }

    /** An index that cannot be built leaves nothing behind that could be taken for a complete one. */
    @Override
    public void addIndex(Index<Object> index) {
        try {
            super.addIndex(index);
        } catch (RuntimeException failure) {
            if (index.isEmpty()) {
                index.drop();
            }
            throw failure;
        }
    }

    @Override
    protected QueryResult matchDocuments(Document query, @Nullable Document orderBy, int skip, int limit,
            int batchSize, @Nullable Document fields) {
        if (!ID.equals(getIdField()) || isNaturalDescending(orderBy)) {
            return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        Document order = orderBy == null ? new Document() : orderBy;
        Optional<Class<?>> ids = kindOfIds();
        boolean ordered = ids.isPresent() && order.keySet().equals(Set.of(ID));
        boolean descending = ordered && order.get(ID) instanceof Number sign && sign.intValue() < 0;
        return matchDocumentsFromStream(candidates(new Conditions(query, type), ids, descending), query,
                ordered ? null : orderBy,
                skip, limit, batchSize, fields);
    }

    /** Documents that may match, all that match among them, in the order of ids if these are of one kind. */
    private Stream<Document> candidates(Conditions conditions, Optional<Class<?>> ids, boolean descending) {
        Optional<NavigableSet<Object>> found = byId(conditions, ids.isPresent()).or(() -> byIndex(conditions));
        return found.isPresent()
                ? (descending ? found.get().descendingSet() : found.get()).stream().map(documents::get)
                        .filter(Objects::nonNull)
                : between(conditions, ids, descending);
    }

    /** The class of all ids; none if there is no document, or if the order of ids is not that of the store. */
    private Optional<Class<?>> kindOfIds() {
        Object first = documents.firstKey();
        Object last = documents.lastKey();
        // The store puts all of one kind together.
        return first != null && last != null && first.getClass() == last.getClass()
                && ORDERED.contains(first.getClass()) ? Optional.of(first.getClass()) : Optional.empty();
    }

    /** Where documents of these ids are, if there are any. */
    private Optional<NavigableSet<Object>> byId(Conditions conditions, boolean ordered) {
        return conditions.equal(ID).filter(ids -> ordered || ids.stream().allMatch(String.class::isInstance))
                .map(ids -> {
                    NavigableSet<Object> positions = new TreeSet<>(type);
                    ids.stream().flatMap(DocumentCollection::stored).forEach(positions::add);
                    return positions;
                });
    }

    /** What a document may be kept under whose id equals one, if all ids are of one of the ordered kinds. */
    private static Stream<Object> stored(Object id) {
        return id instanceof Double number
                ? Stream.<Object>of(number.intValue(), number.longValue())
                        .filter(same -> ((Number) same).doubleValue() == number)
                : Stream.of(id);
    }

    /** Tries all indexes that know something of the conditions, until the first of them is through: it has found the fewest. */
    private Optional<NavigableSet<Object>> byIndex(Conditions conditions) {
        List<IndexSearch> searches = getIndexes().stream().filter(SecondaryIndex.class::isInstance)
                .flatMap(index -> IndexSearch.of((SecondaryIndex) index, conditions, type).stream()).toList();
        while (!searches.isEmpty()) {
            for (IndexSearch search : searches) {
                if (!search.step()) {
                    return Optional.of(search.found());
                }
            }
        }
        return Optional.empty();
    }

    /** All documents whose ids are within the bounds of the conditions, read as far as they are asked for. */
    private Stream<Document> between(Conditions conditions, Optional<Class<?>> ids, boolean descending) {
        Object least = ids.flatMap(kind -> conditions.least(ID).filter(kind::isInstance)).orElse(null);
        Object most = ids.flatMap(kind -> conditions.most(ID).filter(kind::isInstance)).orElse(null);
        Cursor<Object, Document> cursor = descending
                ? documents.cursor(most, least, true)
                : documents.cursor(least, most, false);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .map(_ -> cursor.getValue());
    }
}
