package io.guidepost.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique: for each document and each combination of the values of its keys an entry of these values,
 * followed by where the document is. Entries with the same values stand together, in the order of the next key.
 *
 * <p>
 * It only proposes documents. Whoever asks it compares them with the whole query.
 */
final class SecondaryIndex extends Index<Object> {

    private final StoredValueType type;
    private final MVMap<KeyValue, Boolean> entries;
    private final boolean filled;

    /**
     * @param entries where it is kept, ordered by the type
     * @param type the order of values
     * @param filled whether it was there before, so that the documents are in it
     */
    SecondaryIndex(String name, List<IndexKey> keys, MVMap<KeyValue, Boolean> entries, StoredValueType type,
            boolean filled) {
        // The backend asks each index that is not sparse where a document is.
        super(name, keys, true);
        this.entries = entries;
        this.type = type;
        this.filled = filled;
    }

    /**
     * The keys that a search may use beside each other. Where two of them lie in one field, and that is a list, an entry is of one
     * element of it, but a query may be of several; so the first of such keys is the last.
     */
    List<String> searchedKeys() {
        List<String> searched = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        for (String key : keys()) {
            if (!fields.add(key.substring(0, (key + ".").indexOf('.')))) {
                break;
            }
            searched.add(key);
        }
        return searched;
    }

    /**
     * Tells where the documents are whose first keys have these values.
     *
     * @param values what the first keys equal, normalized
     * @param least the least value of the key after these, or null for any
     * @param most the greatest value of that key, or null for any
     * @return each position, perhaps several times
     */
    Iterator<Object> find(List<Object> values, @Nullable Object least, @Nullable Object most) {
        List<Object> start = new ArrayList<>(values);
        if (least != null) {
            start.add(least);
        }
        Iterator<KeyValue> entriesFrom = entries.keyIterator(new KeyValue(start));
        return new Iterator<>() {

            private @Nullable KeyValue next = advance();

            private @Nullable KeyValue advance() {
                KeyValue entry = entriesFrom.hasNext() ? entriesFrom.next() : null;
                return entry != null && startsWith(entry, values) && isWithin(entry) ? entry : null;
            }

            private boolean isWithin(KeyValue entry) {
                return most == null || type.compare(entry.get(values.size()), most) <= 0;
            }

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Object next() {
                KeyValue entry = next;
                if (entry == null) {
                    throw new NoSuchElementException();
                }
                next = advance();
                return entry.get(entry.size() - 1);
            }
        };
    }

    private boolean startsWith(KeyValue entry, List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            if (type.compare(entry.get(i), values.get(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        entriesOf(document, Missing.ofNullable(position)).forEach(entry -> entries.put(entry, true));
    }

    @Override
    public @Nullable Object remove(Document document) {
        entriesOf(document, Missing.ofNullable(document.get("_id"))).forEach(entries::remove);
        return null;
    }

    @Override
    public void updateInPlace(Document oldDocument, Document newDocument, Object position,
            MongoCollection<Object> collection) {
        Set<KeyValue> before = entriesOf(oldDocument, position);
        Set<KeyValue> after = entriesOf(newDocument, position);
        before.stream().filter(entry -> !after.contains(entry)).forEach(entries::remove);
        after.stream().filter(entry -> !before.contains(entry)).forEach(entry -> entries.put(entry, true));
    }

    private Set<KeyValue> entriesOf(Document document, Object position) {
        Set<KeyValue> values = getKeyValues(document);
        return (values.isEmpty() ? Set.of(withoutLists(document)) : values).stream().map(value -> {
            List<Object> entry = new ArrayList<>();
            value.forEach(entry::add);
            entry.add(position);
            return new KeyValue(entry);
        }).collect(Collectors.toSet());
    }

    /** An empty list is like nothing, beside the values of the other keys. */
    private KeyValue withoutLists(Document document) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String key : keys()) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, key);
            values.add(value instanceof Collection<?> ? null : value);
        }
        return new KeyValue(values).normalized();
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        getKeyValues(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        getKeyValues(newDocument);
    }

    /** The backend asks only indexes that have exactly the keys of the query; {@link DocumentCollection} asks this one. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    /** Whether the backend has to read all documents to fill it. */
    @Override
    public boolean isEmpty() {
        return !filled;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.getStore().removeMap(entries);
    }
}
