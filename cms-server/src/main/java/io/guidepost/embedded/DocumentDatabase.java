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
        return new SecondaryIndex(index, keys, openIndexMap(collection, index), TYPE);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(String collection, String index, List<IndexKey> keys,
            boolean sparse) {
        openIndexMap(collection, index);
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }

    /** The backend removes the map of a dropped index by this name. */
    private MVMap<KeyValue, Boolean> openIndexMap(String collection, String index) {
        return store.openMap(getFullCollectionNamespace(collection) + "._index_" + index,
                new MVMap.Builder<KeyValue, Boolean>().keyType(TYPE).valueType(TYPE));
    }
}
