package org.waymark.store.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/**
 * How a key, an index key and a document are written and ordered in the file: texts as UTF-8 and in their own order,
 * documents as BSON. Left to itself the library serializes Java objects, also for every comparison of two keys.
 */
final class StoredType extends BasicDataType<Object> {

    static final StoredType INSTANCE = new StoredType();

    private static final byte OTHER = 0;
    private static final byte TEXT = 1;
    private static final byte KEY = 2;
    private static final byte DOCUMENT = 3;
    private static final byte MISSING = 4;

    /** Bytes in memory of a value without what is in it, and of a field of a document; rough figures. */
    private static final int OBJECT = 48;

    private static final int FIELD = 48;

    /** What is left: numbers, and ids that are no text. */
    private final DataType<Object> others = new ObjectDataType();

    private StoredType() {}

    /** The map of that name, opened so that whoever opens it again by its name alone gets this one. */
    @SuppressWarnings("unchecked")
    static <K, V> MVMap<K, V> map(MVStore store, String name) {
        DataType<K> keys = (DataType<K>) (DataType<?>) INSTANCE;
        DataType<V> values = (DataType<V>) (DataType<?>) INSTANCE;
        return store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
    }

    private static byte tag(Object value) {
        if (value instanceof String) {
            return TEXT;
        } else if (value instanceof KeyValue) {
            return KEY;
        } else if (value instanceof Document) {
            return DOCUMENT;
        }
        return value instanceof Missing ? MISSING : OTHER;
    }

    /** Texts in the order of {@link String#compareTo}, after all that is no text; index keys value by value. */
    @Override
    public int compare(Object a, Object b) {
        if (a instanceof KeyValue one && b instanceof KeyValue other) {
            return compareKeys(one, other);
        }
        byte tag = tag(a);
        if (tag != tag(b)) {
            return Integer.compare(rank(tag), rank(tag(b)));
        }
        return switch (tag) {
            case TEXT -> ((String) a).compareTo((String) b);
            case MISSING -> 0;
            default -> others.compare(a, b);
        };
    }

    private static int rank(byte tag) {
        return tag == TEXT ? Byte.MAX_VALUE : tag;
    }

    private int compareKeys(KeyValue a, KeyValue b) {
        int order = Integer.compare(a.size(), b.size());
        for (int i = 0; order == 0 && i < a.size(); i++) {
            order = compare(Missing.ofNullable(a.get(i)), Missing.ofNullable(b.get(i)));
        }
        return order;
    }

    @Override
    public void write(WriteBuffer buffer, Object value) {
        byte tag = tag(value);
        buffer.put(tag);
        switch (tag) {
            case TEXT -> writeText(buffer, (String) value);
            case KEY -> writeKey(buffer, (KeyValue) value);
            case DOCUMENT -> writeDocument(buffer, (Document) value);
            case MISSING -> {}
            default -> others.write(buffer, value);
        }
    }

    private void writeKey(WriteBuffer buffer, KeyValue key) {
        buffer.putVarInt(key.size());
        key.forEach(value -> write(buffer, Missing.ofNullable(value)));
    }

    private static void writeText(WriteBuffer buffer, String text) {
        buffer.putVarInt(text.length()).putStringData(text, text.length());
    }

    private static void writeDocument(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bson);
        buffer.putVarInt(bson.readableBytes()).put(bson.nioBuffer());
    }

    @Override
    public Object read(ByteBuffer buffer) {
        return switch (buffer.get()) {
            case TEXT -> DataUtils.readString(buffer);
            case KEY -> readKey(buffer);
            case DOCUMENT -> readDocument(buffer);
            case MISSING -> Missing.getInstance();
            default -> others.read(buffer);
        };
    }

    private KeyValue readKey(ByteBuffer buffer) {
        Object[] values = new Object[DataUtils.readVarInt(buffer)];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(buffer);
        }
        return new KeyValue(values);
    }

    private static Document readDocument(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        ByteBuffer bson = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    @Override
    public int getMemory(Object value) {
        return tag(value) == OTHER ? others.getMemory(value) : memory(value);
    }

    private static int memory(@Nullable Object value) {
        int size = OBJECT;
        if (value instanceof String text) {
            size += text.length();
        } else if (value instanceof Document document) {
            for (Object field : document.values()) {
                size += FIELD + memory(field);
            }
        } else if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                size += memory(element);
            }
        }
        return size;
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
