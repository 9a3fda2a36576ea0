package org.waymark.intake.kafka;

/** The topics, as case systems know them. */
final class Topics {

    /** Assessments to be screened. Keyed by young person, so that what is about one of them stays in order. */
    static final String ASSESSMENTS = "waymark.assessments";

    /** Decisions as they are recorded. */
    static final String DECISIONS = "waymark.decisions";

    /** What was sent as an assessment and cannot be recorded, with the reason. */
    static final String REJECTED = "waymark.assessments.rejected";

    /** Pieces of analyses, for whichever instance is free; no case system reads or writes it. */
    static final String PIECES = "waymark.rescreening.pieces";

    private Topics() {}
}
