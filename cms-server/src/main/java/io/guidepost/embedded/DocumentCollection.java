package io.guidepost.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that looks a document up by its {@code _id} also where the query says more than that, as a compare-and-set
 * does. The backend itself would read the whole collection then.
 */
final class DocumentCollection extends H2Collection {

    private static final String ID = "_id";

    DocumentCollection(MongoDatabase database, String name, CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta, CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult matchDocuments(Document query, @Nullable Document orderBy, int skip, int limit,
            int batchSize, @Nullable Document fields) {
        Optional<Collection<?>> ids = ID.equals(getIdField()) ? ids(query) : Optional.empty();
        if (ids.isEmpty()) {
            return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        List<Object> positions = new ArrayList<>();
        for (Object id : new TreeSet<Object>(ids.get())) {
            if (getDocument(id) != null) {
                positions.add(id);
            }
        }
        return super.matchDocuments(query, positions, orderBy, skip, limit, batchSize, fields);
    }

    /** The texts one of which the id of whatever matches must equal; a document with such an id is kept under just that. */
    private static Optional<Collection<?>> ids(Document query) {
        Object condition = query.get(ID);
        if (condition instanceof String id) {
            return Optional.of(List.of(id));
        }
        if (condition instanceof Document in && in.get("$in") instanceof Collection<?> ids
                && ids.stream().allMatch(String.class::isInstance)) {
            return Optional.of(ids);
        }
        Stream<?> all = query.get("$and") instanceof Collection<?> conditions ? conditions.stream() : Stream.empty();
        return all.filter(Document.class::isInstance)
                .<Optional<Collection<?>>>map(one -> ids((Document) one)).flatMap(Optional::stream).findFirst();
    }
}
