package io.guidepost.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that looks documents up by what a query says of their {@code _id} or of the keys of an index, whatever else
 * it says, as a compare-and-set does. The backend itself would read the whole collection then.
 */
final class DocumentCollection extends H2Collection {

    private static final String ID = "_id";

    private final StoredValueType type;

    DocumentCollection(MongoDatabase database, String name, CollectionOptions options,
            MVMap<Object, Document> documents, MVMap<String, Object> meta, CursorRegistry cursors,
            StoredValueType type) {
        super(database, name, options, documents, meta, cursors);
        this.type = type;
    }

    @Override
    protected QueryResult matchDocuments(Document query, @Nullable Document orderBy, int skip, int limit,
            int batchSize, @Nullable Document fields) {
        var conditions = new Conditions(query);
        Optional<Collection<Object>> positions = byId(conditions).or(() -> byIndex(conditions));
        return positions.isPresent() && !isNaturalDescending(orderBy)
                ? super.matchDocuments(query, positions.get(), orderBy, skip, limit, batchSize, fields)
                : super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** A document whose id is a text is kept under just that. */
    private Optional<Collection<Object>> byId(Conditions conditions) {
        return ID.equals(getIdField())
                ? conditions.equal(ID).filter(ids -> ids.stream().allMatch(String.class::isInstance)).map(ids -> {
                    Collection<Object> positions = new TreeSet<>(type);
                    ids.stream().filter(id -> getDocument(id) != null).forEach(positions::add);
                    return positions;
                })
                : Optional.empty();
    }

    /** In the order of the whole collection, so that no answer depends on which index was used. */
    private Optional<Collection<Object>> byIndex(Conditions conditions) {
        return getIndexes().stream().filter(SecondaryIndex.class::isInstance)
                .map(index -> new Search((SecondaryIndex) index, conditions)).filter(search -> search.narrowness() > 0)
                .max(Comparator.comparingInt(Search::narrowness)).map(search -> {
                    Collection<Object> positions = new TreeSet<>(type);
                    search.into(positions);
                    return positions;
                });
    }

    /** What an index can find of the documents that fulfil conditions. */
    private record Search(SecondaryIndex index, Conditions conditions) {

        /** How much the index knows: the number of first keys whose values are given counts most, then a least value of the next. */
        int narrowness() {
            List<String> keys = index.keyNames();
            int given = 0;
            while (given < keys.size() && conditions.equal(keys.get(given)).isPresent()) {
                given++;
            }
            boolean least = given < keys.size() && conditions.least(keys.get(given)).isPresent();
            return 2 * given + (least ? 1 : 0);
        }

        void into(Collection<Object> positions) {
            into(positions, List.of());
        }

        private void into(Collection<Object> positions, List<Object> values) {
            List<String> keys = index.keyNames();
            Optional<String> key = values.size() < keys.size()
                    ? Optional.of(keys.get(values.size()))
                    : Optional.empty();
            Optional<List<Object>> next = key.flatMap(conditions::equal);
            if (next.isEmpty()) {
                index.find(values, key.flatMap(conditions::least).orElse(null), positions::add);
                return;
            }
            for (Object value : next.get()) {
                into(positions, Stream.concat(values.stream(), Stream.of(value)).toList());
            }
        }
    }
}
