package org.waymark.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;

/** What goes into the file comes out of it, and keys have one order. */
class StoredTypeTest {

    private static final List<Object> OF_EVERY_KIND = List.of(
            "text",
            "",
            "caf\u00e9 \ud83d\ude00 \u0000 end",
            new KeyValue("one"),
            new KeyValue("one", "two"),
            new KeyValue(Missing.getInstance()),
            Missing.getInstance(),
            7,
            7L,
            new UUID(1, 2),
            new ObjectId("0123456789abcdef01234567"),
            new KeyValue(3.5),
            new Document(),
            document());

    private final StoredType type = StoredType.INSTANCE;

    private static Document document() {
        Document inner = new Document("a.b", 1).append("$where", "x").append("none", null);
        return new Document("_id", "x")
                .append("at", Instant.parse("2026-03-10T10:00:00.123Z"))
                .append("bytes", new BinData(new byte[] {0, 1, -1}))
                .append("list", new ArrayList<>(List.of(1, 2L, 2.5, true, "t", inner)))
                .append("id", new ObjectId("0123456789abcdef01234567"))
                .append("uuid", new UUID(3, 4));
    }

    @Test
    void everyKindOfValueIsReadAsItWasWritten() {
        WriteBuffer buffer = new WriteBuffer();
        OF_EVERY_KIND.forEach(value -> type.write(buffer, value));
        ByteBuffer written = buffer.getBuffer();
        written.flip();
        List<Object> read = new ArrayList<>();
        OF_EVERY_KIND.forEach(value -> read.add(type.read(written)));
        assertThat(read).isEqualTo(OF_EVERY_KIND);
        assertThat(written.hasRemaining()).isFalse();
        assertThat(OF_EVERY_KIND)
                .allSatisfy(value -> assertThat(type.getMemory(value)).isPositive());
    }

    @Test
    void valuesOfEveryKindHaveOneOrderAndNoTwoAreEqual() {
        List<Object> values = new ArrayList<>(OF_EVERY_KIND.subList(0, OF_EVERY_KIND.size() - 2));
        values.sort(type::compare);
        List<Object> again = new ArrayList<>(values);
        Collections.shuffle(again, new Random(1));
        again.sort(type::compare);
        assertThat(again).isEqualTo(values);
        for (int i = 1; i < values.size(); i++) {
            assertThat(type.compare(values.get(i - 1), values.get(i))).isNegative();
            assertThat(type.compare(values.get(i), values.get(i - 1))).isPositive();
        }
    }

    @Property
    void textsAndKeysOfOneTextAreInTheOrderOfTexts(@ForAll String a, @ForAll String b) {
        assertThat(type.compare(a, b)).isEqualTo(a.compareTo(b));
        assertThat(type.compare(new KeyValue(a), new KeyValue(b))).isEqualTo(a.compareTo(b));
    }

    @Property
    void anyTextIsReadAsItWasWritten(@ForAll String text) {
        WriteBuffer buffer = new WriteBuffer();
        type.write(buffer, text);
        type.write(buffer, new KeyValue(text));
        ByteBuffer written = buffer.getBuffer();
        written.flip();
        assertThat(type.read(written)).isEqualTo(text);
        assertThat(type.read(written)).isEqualTo(new KeyValue(text));
    }

    @Test
    void whoeverOpensAMapByItsNameGetsTheTypedOne() {
        try (MVStore store = MVStore.open(null)) {
            assertThat(store.<Object, Object>openMap("x")).isNotNull();
            assertThat(StoredType.<Object, Object>map(store, "y").getKeyType()).isSameAs(type);
            assertThat(store.<Object, Object>openMap("y").getValueType()).isSameAs(type);
        }
    }
}
