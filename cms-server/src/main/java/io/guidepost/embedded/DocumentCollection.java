package io.guidepost.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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

    /** Tries all indexes that know something of the conditions, until the first of them is through: it has found the fewest. */
    private Optional<Collection<Object>> byIndex(Conditions conditions) {
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
}
