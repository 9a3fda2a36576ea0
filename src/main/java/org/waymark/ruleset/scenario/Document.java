package org.waymark.ruleset.scenario;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Fault;
import org.waymark.assessment.InvalidAssessment;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import tools.jackson.databind.json.JsonMapper;

/**
 * An assessment as a screener would submit it, made of what a scenario says, so that it is read by the same reader and
 * held to the same rules. It knows where in the file each value was written, and tells faults there.
 */
final class Document {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final At whole;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, Object> person = new LinkedHashMap<>();
    private final List<@Nullable Object> observations = new ArrayList<>();
    private final Map<String, At> written = new HashMap<>();

    /** A document of what stands here. */
    Document(At whole) {
        this.whole = whole;
        fields.put("youngPerson", person);
        fields.put("observations", observations);
    }

    void put(String field, Object value) {
        fields.put(field, value);
    }

    void copy(String field, At value) {
        copy(fields, field, "/" + field, value);
    }

    void putPerson(String field, Object value) {
        person.put(field, value);
    }

    void copyPerson(String field, At value) {
        copy(person, field, "/youngPerson/" + field, value);
    }

    /** Adds an observation of these values. */
    void addObservation(At at, Map<String, At> values, Map<String, ?> more) {
        String pointer = "/observations/" + observations.size();
        written.put(pointer, at);
        Map<String, Object> observation = new LinkedHashMap<>(more);
        values.forEach((field, value) -> copy(observation, field, pointer + "/" + field, value));
        observations.add(observation);
    }

    /** Says that a value of the observation added next will be one of these days, so that its faults are told there. */
    void writtenAt(String ofNextObservation, At at) {
        written.put("/observations/" + observations.size() + "/" + ofNextObservation, at);
    }

    private void copy(Map<String, Object> into, String field, String pointer, At value) {
        Object copied = valueOf(pointer, value);
        if (copied == null) {
            value.wanted("something");
        } else {
            into.put(field, copied);
        }
    }

    private @Nullable Object valueOf(String pointer, At at) {
        written.put(pointer, at);
        if (at.isList()) {
            List<@Nullable Object> items = new ArrayList<>();
            at.items("").forEach(item -> items.add(valueOf(pointer + "/" + items.size(), item)));
            return items;
        } else if (at.node() instanceof MappingNode mapping) {
            Map<String, @Nullable Object> copied = new LinkedHashMap<>();
            for (NodeTuple field : mapping.getValue()) {
                At key = new At(field.getKeyNode(), at.file(), at.faults());
                String name = key.scalar().orElse("");
                if (copied.containsKey(name)) {
                    key.fault("the key " + key.found() + " stands twice", "keep one");
                }
                copied.put(name, valueOf(pointer + "/" + name, new At(field.getValueNode(), at.file(), at.faults())));
            }
            return copied;
        }
        return scalar(at);
    }

    /** A bare day or a bare yes is text, as it is in a document; only a figure is a figure. */
    private static @Nullable Object scalar(At at) {
        String text = at.scalar().orElse("");
        if (at.isEmpty()) {
            return null;
        }
        return at.isFigure() && text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") ? new BigDecimal(text) : text;
    }

    /** The assessment that it holds; nothing, with every fault at its place, where it holds none. */
    Optional<Assessment> read(Catalogue catalogue) {
        byte[] json = JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
        try {
            return Optional.of(
                    new AssessmentReader(catalogue).read(json, Instant.MAX).assessment());
        } catch (InvalidAssessment invalid) {
            invalid.faults().forEach(this::tell);
            return Optional.empty();
        }
    }

    private void tell(Fault fault) {
        String pointer = fault.pointer();
        while (!pointer.isEmpty() && !written.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        written.getOrDefault(pointer, whole).fault(fault.message(), "");
    }
}
