package org.waymark.service;

import java.nio.charset.StandardCharsets;

/**
 * One assessment of a test.
 *
 * @param id of the assessment
 * @param reference of the young person
 * @param assessedAt when, ISO-8601
 */
record Case(String id, String reference, String assessedAt) {

    static final String AREA = "sefton";
    static final String SYSTEM = "fault-test";

    Case(String id, String reference) {
        this(id, reference, "2025-03-11T10:30:00Z");
    }

    byte[] key() {
        return (AREA + "/" + reference).getBytes(StandardCharsets.UTF_8);
    }

    byte[] body() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    String json() {
        return """
                {"assessmentId": "%s", "sourceSystem": "%s", "assessedAt": "%s", "referredBy": "police",
                 "youngPerson": {"reference": "%s", "ageYears": 14, "area": "%s"},
                 "observations": [{"factor": "going-missing", "answer": "yes",
                                   "dates": ["2025-02-27", "2025-03-01", "2025-03-02"]}]}
                """.formatted(id, SYSTEM, assessedAt, reference, AREA);
    }
}
