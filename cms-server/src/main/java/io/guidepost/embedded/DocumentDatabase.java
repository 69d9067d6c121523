package io.guidepost.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database whose documents and indexes are written by {@link StoredValueType}: it opens each map of the store before the
 * backend does, which is then given that map.
 */
final class DocumentDatabase extends H2Database {

    private static final StoredValueType TYPE = new StoredValueType();

    private final MVStore store;

    DocumentDatabase(String name, MVStore store, CursorRegistry cursors) {
        // The constructor of the backend opens the collections already.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        String name = getFullCollectionNamespace(collection);
        return new DocumentCollection(this, collection, options,
                store.openMap("databases." + name, new MVMap.Builder<Object, Document>().keyType(TYPE).valueType(TYPE)),
                store.openMap("meta." + name), cursorRegistry, TYPE);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(String collection, String index, List<IndexKey> keys,
            boolean sparse) {
        boolean filled = store.hasMap(indexMap(collection, index));
        return new SecondaryIndex(index, keys, store.openMap(indexMap(collection, index),
                new MVMap.Builder<KeyValue, Boolean>().keyType(TYPE).valueType(TYPE)), TYPE, filled);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(String collection, String index, List<IndexKey> keys,
            boolean sparse) {
        boolean filled = store.hasMap(indexMap(collection, index));
        return new UniqueIndex(index, keys, sparse, store.openMap(indexMap(collection, index),
                new MVMap.Builder<KeyValue, Object>().keyType(TYPE).valueType(TYPE)), filled);
    }

    /** The backend removes the map of a dropped index by this name. */
    private String indexMap(String collection, String index) {
        return getFullCollectionNamespace(collection) + "._index_" + index;
    }
}
