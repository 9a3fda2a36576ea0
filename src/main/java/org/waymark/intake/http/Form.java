package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Fault;
import org.waymark.assessment.Json;
import org.waymark.assessment.Nearest;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small JSON object that a call takes in. A field that is not its own is a fault, and all faults are told at once by
 * {@link #orRefuse()}.
 */
final class Form {

    /** Longer than any reason that somebody would read. */
    private static final int LONGEST_TEXT = 2_000;

    private static final String HALF =
            "holds half of a character, such as `\\ud800` alone: write it whole, or leave it out";

    private final JsonNode node;
    private final List<Fault> faults = new ArrayList<>();

    private Form(JsonNode node) {
        this.node = node;
    }

    /**
     * Reads the body of a request.
     *
     * @param fields those that it may have
     * @throws Refused where it is no JSON object
     */
    static Form of(HttpServletRequest request, List<String> fields) {
        JsonNode node;
        try {
            node = Json.read(new String(Body.of(request), StandardCharsets.UTF_8));
        } catch (JacksonException notJson) {
            throw new Refused(ProblemKind.BAD_REQUEST, "the body is not JSON: " + notJson.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new Refused(ProblemKind.BAD_REQUEST, "the body is a JSON object with the fields " + fields);
        }
        Form form = new Form(node);
        node.propertyNames().stream()
                .filter(name -> !fields.contains(name))
                .forEach(name -> form.fault(name, "unknown field" + hint(name, fields)));
        return form;
    }

    /**
     * Reads what stands behind the address of a request, where its body is something else.
     *
     * @param fields those that may stand there, each once
     */
    static Form ofQuery(HttpServletRequest request, List<String> fields) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Form form = new Form(node);
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!fields.contains(name)) {
                form.fault(name, "unknown parameter" + hint(name, fields));
            } else if (values.length > 1) {
                form.fault(name, "is given " + values.length + " times");
            }
            node.put(name, values[0]);
        });
        return form;
    }

    private static String hint(String name, List<String> fields) {
        return Nearest.to(name, fields)
                .map(nearest -> "; did you mean `" + nearest + "`?")
                .orElse("; allowed are " + String.join(", ", fields));
    }

    void fault(String field, String message) {
        faults.add(new Fault(Pointer.to(field), message));
    }

    /** A fault of something within an object. */
    void faultWithin(String field, String name, String message) {
        faults.add(new Fault(Pointer.to(field, name), message));
    }

    /** A text that must be there. */
    String text(String field) {
        return optional(field).orElseGet(() -> {
            if (node.path(field).isMissingNode() || node.path(field).isNull()) {
                fault(field, "this field is missing");
            }
            return "";
        });
    }

    /** A text that may be left out. */
    Optional<String> optional(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        } else if (!value.isString()) {
            fault(field, "must be a text");
            return Optional.empty();
        } else if (value.asString().length() > LONGEST_TEXT) {
            fault(field, "has more than " + LONGEST_TEXT + " characters");
            return Optional.empty();
        } else if (isHalf(value)) {
            fault(field, HALF);
            return Optional.empty();
        }
        return Optional.of(value.asString());
    }

    /** JSON can name half of a character, and no text can be written down that holds one. */
    private static boolean isHalf(JsonNode text) {
        return text.asString().codePoints().anyMatch(one -> Character.getType(one) == Character.SURROGATE);
    }

    /** A list of texts, empty where it is left out. */
    List<String> texts(String field) {
        JsonNode value = node.path(field);
        if (value.isArray() && value.valueStream().filter(JsonNode::isString).anyMatch(Form::isHalf)) {
            fault(field, HALF);
            return List.of();
        }
        boolean right =
                value.isMissingNode() || (value.isArray() && value.valueStream().allMatch(JsonNode::isString));
        if (!right) {
            fault(field, "must be a list of texts");
            return List.of();
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }

    /** A moment, with its offset from UTC, that may be left out. */
    @Nullable
    Instant instant(String field) {
        Optional<String> text = optional(field);
        try {
            return text.map(one -> OffsetDateTime.parse(one).toInstant()).orElse(null);
        } catch (DateTimeException notAMoment) {
            fault(field, "`" + text.orElse("") + "` is no moment such as `2026-12-01T00:00:00Z`");
            return null;
        }
    }

    /** An object, to be read by whoever knows it; empty where it is left out. */
    JsonNode object(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isObject()) {
            fault(field, "must be an object");
        }
        return value;
    }

    /**
     * Ends the reading.
     *
     * @throws Refused with every fault, where there is one
     */
    void orRefuse() {
        if (!faults.isEmpty()) {
            throw new Refused(Problem.of(
                    ProblemKind.FAULTY, "nothing is recorded; put right what `errors` says and send it again", faults));
        }
    }
}
