package org.waymark.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is submitted is read or refused; nothing else ever happens, and soon. */
@AddLifecycleHook(FuzzTries.class)
class AssessmentFuzzTest {

    private static final AssessmentReader READER = Example.reader();
    private static final byte[] VALID = Example.json().getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Property
    void random_bytes_are_refused(@ForAll byte[] bytes) {
        assertThat(readOrRefused(bytes)).isEmpty();
    }

    @Property
    void random_json_is_refused_unless_it_is_an_assessment(@ForAll("json") JsonNode json) {
        readOrRefused(bytes(json));
    }

    @Property
    void a_document_with_some_bytes_changed_is_read_or_refused(@ForAll("mutatedBytes") byte[] bytes) {
        readOrRefused(bytes);
    }

    @Property
    void a_document_with_a_value_changed_is_read_or_refused(@ForAll("json") JsonNode value, @ForAll Random random) {
        readOrRefused(bytes(mutated(value, random)));
    }

    @Property
    void neither_key_order_nor_white_space_changes_what_a_document_says(@ForAll Random random, @ForAll boolean pretty)
            throws InvalidAssessment {
        JsonNode shuffled = shuffled(MAPPER.readTree(VALID), random);
        String written = pretty ? shuffled.toPrettyString() : shuffled.toString();

        assertThat(Example.read(written)).isEqualTo(Example.read(Example.json()));
    }

    @Property
    void any_figure_note_and_mark_is_the_same_when_it_is_read_again(
            @ForAll("figures") String figure, @ForAll("notes") String note) throws InvalidAssessment {
        ObjectNode document = (ObjectNode) MAPPER.readTree(VALID);
        ((ObjectNode) document.at("/observations/5")).put("note", note);
        String written = document.toString().replace("\"value\":30", "\"value\":" + figure);

        Submission read = Example.read(written);

        assertThat(read.assessment().observations().get(1).value()).isEqualByComparingTo(figure);
        assertThat(read.assessment().observations().get(5).note()).isEqualTo(note);
        assertThat(READER.reread(read.canonical())).isEqualTo(read);
    }

    @Provide
    Arbitrary<JsonNode> json() {
        return AnyJson.values();
    }

    @Provide
    Arbitrary<String> figures() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100_000))
                .ofScale(3)
                .map(figure -> figure.toString());
    }

    @Provide
    Arbitrary<String> notes() {
        return Arbitraries.strings()
                .ofMaxLength(40)
                .filter(text -> text.codePoints()
                        .noneMatch(character ->
                                Characters.isUnwantedControl(character) || Characters.isLoneSurrogate(character)));
    }

    @Provide
    Arbitrary<byte[]> mutatedBytes() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, VALID.length - 1);
        Arbitrary<byte[]> inserts = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4),
                Arbitraries.of(
                                "\"",
                                "\\",
                                "{",
                                "}",
                                "[",
                                "]",
                                ",",
                                ":",
                                "0",
                                "-",
                                "e9",
                                "e99999999999",
                                "\\ud800",
                                "\u0000",
                                "null")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
        Arbitrary<Integer> cuts = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 3)),
                Tuple.of(1, Arbitraries.integers().between(0, VALID.length)));
        Arbitrary<byte[]> once = Combinators.combine(places, cuts, inserts)
                .as((place, cut, insert) -> spliced(VALID, place, cut, insert));
        Arbitrary<byte[]> twice = Combinators.combine(once, places, inserts)
                .as((bytes, place, insert) -> spliced(bytes, Math.min(place, bytes.length), 1, insert));
        return Arbitraries.oneOf(once, twice);
    }

    /** What was read, which must be the same when it is read again, or nothing where it was refused. */
    private static Optional<Submission> readOrRefused(byte[] bytes) {
        long start = System.nanoTime();
        try {
            Submission read = READER.read(bytes, Example.NOW);
            assertThat(READER.reread(read.canonical())).isEqualTo(read);
            return Optional.of(read);
        } catch (InvalidAssessment refused) {
            assertThat(refused.faults())
                    .isNotEmpty()
                    .allSatisfy(
                            fault -> assertThat(fault.message()).isNotBlank().hasSizeLessThan(1_000));
            return Optional.empty();
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static byte[] spliced(byte[] bytes, int at, int cut, byte[] insert) {
        byte[] tail = Arrays.copyOfRange(bytes, Math.min(bytes.length, at + cut), bytes.length);
        byte[] spliced = Arrays.copyOf(bytes, at + insert.length + tail.length);
        System.arraycopy(insert, 0, spliced, at, insert.length);
        System.arraycopy(tail, 0, spliced, at + insert.length, tail.length);
        return spliced;
    }

    /** The example with this value in place of another, or beside others. */
    private static JsonNode mutated(JsonNode value, Random random) {
        JsonNode document = MAPPER.readTree(VALID);
        List<JsonNode> containers = new ArrayList<>(document.findParents("factor"));
        containers.addAll(List.of(document, document.get("youngPerson"), document.get("context")));
        containers.addAll(List.of(document.get("monitoring"), document.get("observations")));
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ArrayNode array) {
            array.set(random.nextInt(array.size()), value);
        } else {
            List<String> names = new ArrayList<>(container.propertyNames());
            names.addAll(List.of("dates", "times", "since", "amends", "x"));
            ((ObjectNode) container).set(names.get(random.nextInt(names.size())), value);
        }
        return document;
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = MAPPER.createArrayNode();
            array.forEach(item -> copy.add(shuffled(item, random)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
            Collections.shuffle(fields, random);
            ObjectNode copy = MAPPER.createObjectNode();
            fields.forEach(field -> copy.set(field.getKey(), shuffled(field.getValue(), random)));
            return copy;
        }
        return node;
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
