package org.waymark.ruleset.safety;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Observation;
import org.waymark.assessment.YoungPerson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an assessment as a screener submits it, on one line. */
final class ExampleJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private ExampleJson() {}

    static String write(Assessment assessment) {
        return node(assessment).toString();
    }

    /** The same with all that no rule may read: notes, context and monitoring. */
    static String writeWithMonitoring(Assessment assessment) {
        ObjectNode node = node(assessment);
        node.withArray("observations")
                .forEach(observation -> ((ObjectNode) observation).put("note", "Written for people, not for rules."));
        node.putObject("context").put("childsView", "Wants to be asked first.").put("childSeenAlone", true);
        node.putObject("monitoring")
                .put("sex", "female")
                .put("ethnicity", "not-recorded")
                .put("postcode", "L20 7AE");
        return node.toString();
    }

    private static ObjectNode node(Assessment assessment) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("assessmentId", assessment.assessmentId());
        node.put("sourceSystem", assessment.sourceSystem());
        node.put("assessedAt", assessment.assessedAt().toString());
        put(node, "referredBy", assessment.referredBy());
        person(node.putObject("youngPerson"), assessment.youngPerson());
        ArrayNode observations = node.putArray("observations");
        assessment.observations().forEach(observation -> observation(observations.addObject(), observation));
        return node;
    }

    private static void person(ObjectNode node, YoungPerson person) {
        node.put("reference", person.reference());
        put(node, "dateOfBirth", person.dateOfBirth());
        put(node, "ageYears", person.ageYears());
        node.put("area", person.area());
    }

    private static void observation(ObjectNode node, Observation observation) {
        node.put("factor", observation.factor());
        put(node, "answer", observation.answer());
        List<LocalDate> dates = observation.dates();
        if (!dates.isEmpty()) {
            ArrayNode days = node.putArray("dates");
            dates.forEach(day -> days.add(day.toString()));
        }
        put(node, "times", observation.times());
        put(node, "withinDays", observation.withinDays());
        put(node, "on", observation.on());
        if (observation.value() != null) {
            node.put("value", observation.value());
        }
        put(node, "offenceStatus", observation.offenceStatus());
        put(node, "source", observation.source());
    }

    private static void put(ObjectNode node, String field, @Nullable Object value) {
        if (value instanceof Integer figure) {
            node.put(field, figure);
        } else if (value instanceof Coded coded) {
            node.put(field, coded.code());
        } else if (value != null) {
            node.put(field, value.toString());
        }
    }
}
