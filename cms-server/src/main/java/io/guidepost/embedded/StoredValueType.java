package io.guidepost.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/**
 * How documents and the keys of indexes are written in the store: nested values field by field, plain ones as H2 writes
 * them. H2 left alone would use Java serialization for every document, and again for both sides of each comparison of
 * keys, which costs several times the work and the space.
 */
final class StoredValueType extends BasicDataType<@Nullable Object> {

    private static final byte PLAIN = 0;
    private static final byte NULL = 1;
    private static final byte DOCUMENT = 2;
    private static final byte LIST = 3;
    private static final byte KEY = 4;
    private static final byte INSTANT = 5;
    private static final byte OBJECT_ID = 6;
    private static final int OBJECT_ID_BYTES = 12;
    private static final int BYTES_PER_OBJECT = 32;
    private static final int BYTES_PER_DOCUMENT = 152;
    private static final int BYTES_PER_FIELD = 40;

    private final ObjectDataType plain = new ObjectDataType();

    private static byte kind(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Document document -> DOCUMENT;
            case Collection<?> list -> LIST;
            case KeyValue key -> KEY;
            case Instant instant -> INSTANT;
            case ObjectId id -> OBJECT_ID;
            default -> PLAIN;
        };
    }

    @Override
    public int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null || kind(a) != kind(b)) {
            return Byte.compare(kind(a), kind(b));
        }
        return switch (a) {
            case Document document -> compareAll(flat(document), flat((Document) b));
            case Collection<?> list -> compareAll(list, (Collection<?>) b);
            case KeyValue key -> compareAll(key, (KeyValue) b);
            case Instant instant -> instant.compareTo((Instant) b);
            case ObjectId id -> id.compareTo((ObjectId) b);
            default -> plain.compare(a, b);
        };
    }

    private static List<@Nullable Object> flat(Document document) {
        List<@Nullable Object> flat = new ArrayList<>(2 * document.size());
        document.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return flat;
    }

    private int compareAll(Iterable<?> a, Iterable<?> b) {
        Iterator<?> left = a.iterator();
        Iterator<?> right = b.iterator();
        while (left.hasNext() && right.hasNext()) {
            int order = compare(left.next(), right.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    @Override
    public void write(WriteBuffer buffer, @Nullable Object value) {
        buffer.put(kind(value));
        switch (value) {
            case null -> {}
            case Document document -> {
                buffer.putVarInt(document.size());
                for (Map.Entry<String, Object> field : document.entrySet()) {
                    plain.write(buffer, field.getKey());
                    write(buffer, field.getValue());
                }
            }
            case Collection<?> list -> writeAll(buffer, list.size(), list);
            case KeyValue key -> writeAll(buffer, key.size(), key);
            case Instant instant -> buffer.putLong(instant.toEpochMilli());
            case ObjectId id -> buffer.put(id.toByteArray());
            default -> plain.write(buffer, value);
        }
    }

    private void writeAll(WriteBuffer buffer, int size, Iterable<?> values) {
        buffer.putVarInt(size);
        for (Object value : values) {
            write(buffer, value);
        }
    }

    @Override
    public @Nullable Object read(ByteBuffer buffer) {
        return switch (buffer.get()) {
            case NULL -> null;
            case DOCUMENT -> readDocument(buffer);
            case LIST -> readAll(buffer);
            case KEY -> new KeyValue(readAll(buffer));
            case INSTANT -> Instant.ofEpochMilli(buffer.getLong());
            case OBJECT_ID -> readObjectId(buffer);
            case PLAIN -> plain.read(buffer);
            default -> throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "Unknown kind of value");
        };
    }

    private static ObjectId readObjectId(ByteBuffer buffer) {
        byte[] id = new byte[OBJECT_ID_BYTES];
        buffer.get(id);
        return new ObjectId(id);
    }

    private Document readDocument(ByteBuffer buffer) {
        int size = DataUtils.readVarInt(buffer);
        Document document = new Document();
        for (int i = 0; i < size; i++) {
            // Documents share the names of their fields, which would be half of what they weigh.
            document.put(((String) plain.read(buffer)).intern(), read(buffer));
        }
        return document;
    }

    private List<@Nullable Object> readAll(ByteBuffer buffer) {
        int size = DataUtils.readVarInt(buffer);
        List<@Nullable Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(read(buffer));
        }
        return values;
    }

    @Override
    public int getMemory(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Document document -> memoryOf(document);
            case Collection<?> list -> memoryOf(list);
            case KeyValue key -> memoryOf(key);
            case Instant instant -> BYTES_PER_OBJECT;
            case ObjectId id -> BYTES_PER_OBJECT;
            default -> plain.getMemory(value);
        };
    }

    private int memoryOf(Document document) {
        int memory = BYTES_PER_DOCUMENT;
        for (Object value : document.values()) {
            memory += BYTES_PER_FIELD + getMemory(value);
        }
        return memory;
    }

    private int memoryOf(Iterable<?> values) {
        int memory = BYTES_PER_OBJECT;
        for (Object value : values) {
            memory += getMemory(value);
        }
        return memory;
    }

    @Override
    public @Nullable Object[] createStorage(int size) {
        return new Object[size];
    }
}
