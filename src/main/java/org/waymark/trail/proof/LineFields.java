package org.waymark.trail.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.MalformedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of an object one by one, and notes whatever is not of its form. Where it is not, what a reading
 * gives is of no meaning: look at {@link #faults} before using any.
 */
final class LineFields {

    /** A field that is not of its form. */
    record FieldFault(String field, String message) {}

    private final ObjectNode object;
    private final String path;
    private final List<FieldFault> faults;
    private final Set<String> known = new TreeSet<>();

    private LineFields(ObjectNode object, String path, List<FieldFault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    static LineFields of(ObjectNode object) {
        return new LineFields(object, "", new ArrayList<>());
    }

    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    void fault(String name, String message) {
        faults.add(new FieldFault(path + name, message));
    }

    /** To be called last: what nobody asked for may not be there. */
    void nothingElse() {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(Shown.cut(name), "no such field is known here"));
    }

    private Optional<JsonNode> value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        if (value == null) {
            fault(name, "is missing");
        }
        return Optional.ofNullable(value);
    }

    /** A text; empty where there is none. */
    String text(String name) {
        return value(name).map(value -> text(name, value)).orElse("");
    }

    private String text(String name, JsonNode value) {
        if (!value.isString()) {
            fault(name, "must be a text");
            return "";
        }
        return value.asString();
    }

    String text(String name, Pattern form, String meaning) {
        String text = text(name);
        if (object.path(name).isString() && !form.matcher(text).matches()) {
            fault(name, Shown.quoted(text) + " is not " + meaning);
        }
        return text;
    }

    /** A text of some form, or null. */
    @Nullable
    String textOrNull(String name, Pattern form, String meaning) {
        known.add(name);
        return object.path(name).isNull() ? null : text(name, form, meaning);
    }

    /** A whole number from 0 to 2<sup>53</sup>-1. */
    long number(String name) {
        return value(name).map(value -> number(name, value)).orElse(-1L);
    }

    private long number(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            fault(name, "must be a whole number, 0 or more");
            return -1;
        }
        return value.asLong();
    }

    /** What a text says, where it is of that form. */
    <T> Optional<T> read(String name, Function<String, T> form) {
        return value(name).flatMap(value -> read(name, text(name, value), form));
    }

    private <T> Optional<T> read(String name, String text, Function<String, T> form) {
        try {
            return Optional.of(form.apply(text));
        } catch (MalformedText e) {
            fault(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A list of texts that are each of a form. */
    <T> List<T> list(String name, Function<String, T> form) {
        List<T> found = new ArrayList<>();
        value(name).ifPresent(list -> {
            if (!list.isArray()) {
                fault(name, "must be a list of texts");
            }
            int index = 0;
            for (JsonNode one : list) {
                String place = name + "/" + index++;
                read(place, text(place, one), form).ifPresent(found::add);
            }
        });
        return found;
    }

    List<Hash> hashes(String name) {
        return list(name, Hash::fromBase64);
    }

    Optional<byte[]> base64(String name) {
        return value(name).flatMap(value -> base64(name, value));
    }

    private Optional<byte[]> base64(String name, JsonNode value) {
        Optional<byte[]> bytes = Base64Text.read(text(name, value));
        if (bytes.isEmpty() && value.isString()) {
            fault(name, "is not base64 in the standard alphabet with padding");
        }
        return bytes;
    }

    /** Texts by name. */
    Map<String, String> texts(String name) {
        return byName(name, (place, value) -> Optional.of(text(place, value)));
    }

    /** Bytes by name. */
    Map<String, byte[]> bytes(String name) {
        return byName(name, this::base64);
    }

    private interface Reading<T> {
        Optional<T> of(String place, JsonNode value);
    }

    private <T> Map<String, T> byName(String name, Reading<T> reading) {
        Map<String, T> found = new LinkedHashMap<>();
        value(name).ifPresent(value -> {
            if (!value.isObject()) {
                fault(name, "must be an object");
            }
            value.properties()
                    .forEach(one -> reading.of(name + "/" + Shown.cut(one.getKey()), one.getValue())
                            .ifPresent(read -> found.put(one.getKey(), read)));
        });
        return found;
    }

    /** The fields of an object within; no fields where there is none. */
    LineFields within(String name) {
        JsonNode value = value(name).orElse(object.objectNode());
        if (!value.isObject()) {
            fault(name, "must be an object");
        }
        ObjectNode fields = value instanceof ObjectNode one ? one : object.objectNode();
        return new LineFields(fields, path + name + "/", faults);
    }
}
