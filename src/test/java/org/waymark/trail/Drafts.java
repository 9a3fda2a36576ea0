package org.waymark.trail;

import java.time.Instant;
import java.util.Map;

/** Entries as tests write them. */
final class Drafts {

    static final Pseudonyms NAMES = new Pseudonyms(new byte[32]);
    static final Instant RECORDED = Instant.parse("2026-03-11T10:30:01.123Z");

    private Drafts() {}

    static Person person(String reference) {
        return NAMES.person("sefton", reference);
    }

    static Submission submission(String assessmentId) {
        return NAMES.submission("sefton", "sefton-mash", assessmentId);
    }

    /** The screening of that assessment, with its decision. */
    static Draft screened(String assessmentId) {
        return screened(assessmentId, Map.of("assessment", "{\"assessmentId\":\"" + assessmentId + "\"}"));
    }

    static Draft screened(String assessmentId, Map<String, String> content) {
        Submission submission = submission(assessmentId);
        return new Draft(Kind.SCREENED, submission, NAMES.decisionId(submission), "screener", RECORDED, content);
    }

    static Draft tried() {
        return new Draft(Kind.TRIED, NAMES.attempt(), null, "screener", RECORDED, Map.of("outcome", "{}"));
    }
}
