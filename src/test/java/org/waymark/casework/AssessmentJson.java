package org.waymark.casework;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.assessment.Amends;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.Observation;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.YoungPerson;

/** Writes an assessment as a screener submits it. */
final class AssessmentJson {

    private AssessmentJson() {}

    static byte[] write(Assessment assessment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("assessmentId", assessment.assessmentId());
        document.put("sourceSystem", assessment.sourceSystem());
        document.put("receivedAt", assessment.receivedAt());
        document.put("assessedAt", assessment.assessedAt());
        put(document, "referredBy", assessment.referredBy());
        document.put("youngPerson", person(assessment.youngPerson()));
        document.put(
                "observations",
                assessment.observations().stream()
                        .map(AssessmentJson::observation)
                        .toList());
        Amends amends = assessment.amends();
        if (amends != null) {
            document.put("amends", amends);
        }
        return Json.write(document).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> person(YoungPerson person) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("reference", person.reference());
        put(document, "dateOfBirth", person.dateOfBirth());
        put(document, "ageYears", person.ageYears());
        document.put("area", person.area());
        put(document, "placedByArea", person.placedByArea());
        List<PersonKey> previous = person.previousReferences();
        put(document, "previousReferences", previous.isEmpty() ? null : previous);
        return document;
    }

    static Map<String, Object> observation(Observation said) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("factor", said.factor());
        document.put("answer", said.answer());
        put(document, "dates", said.dates().isEmpty() ? null : said.dates());
        put(document, "times", said.times());
        put(document, "withinDays", said.withinDays());
        put(document, "on", said.on());
        put(document, "since", said.since());
        put(document, "value", said.value());
        put(document, "offenceStatus", said.offenceStatus());
        put(document, "basis", said.basis());
        put(document, "source", said.source());
        put(document, "note", said.note());
        return document;
    }

    private static void put(Map<String, Object> document, String field, Object value) {
        if (value != null) {
            document.put(field, value);
        }
    }
}
