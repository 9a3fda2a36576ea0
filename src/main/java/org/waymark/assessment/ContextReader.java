package org.waymark.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks what an assessment says for people and for fairness monitoring. It stays in the submitted document: nothing
 * of it is handed on, so that no rule can read it.
 */
final class ContextReader {

    private static final List<String> PROSE = List.of(
            "childsView", "parentsInformedReason", "parentsView", "strengths", "communicationNeeds", "safeContact");

    private static final List<String> CONTEXT = List.of(
            "childSeenAlone",
            "childsView",
            "parentsInformed",
            "parentsInformedReason",
            "parentsView",
            "strengths",
            "communicationNeeds",
            "safeContact",
            "consulted",
            "household");

    /** The characteristics of Equality Act 2010 section 4 that a screening may record, and what stands in for them. */
    private static final List<String> MONITORING = List.of(
            "sex",
            "ethnicity",
            "postcode",
            "disability",
            "religion",
            "nationality",
            "language",
            "genderIdentity",
            "genderReassignment",
            "sexualOrientation",
            "pregnancyOrMaternity",
            "marriageOrCivilPartnership");

    private static final int MOST_CONSULTED = 100;
    private static final int MOST_IN_HOUSEHOLD = 100;

    private final Dates day;

    ContextReader(Dates day) {
        this.day = day;
    }

    void read(Fields document) {
        document.optional("context", this::context);
        document.optional("monitoring", ContextReader::monitoring);
    }

    private @Nullable Fields context(Cursor at) {
        Fields fields = Fields.of(at, CONTEXT);
        if (fields == null) {
            return null;
        }
        fields.optional("childSeenAlone", ContextReader::yesOrNo);
        fields.optional("parentsInformed", Codes.oneOf("yes", "no", "unknown"));
        PROSE.forEach(name -> fields.optional(name, Texts::prose));
        Reading<Fields> consulted = this::consulted;
        fields.optional("consulted", consulted.upTo(MOST_CONSULTED, "agencies consulted"));
        Reading<String> reference = Texts::identifier;
        fields.optional("household", reference.upTo(MOST_IN_HOUSEHOLD, "references"));
        return fields;
    }

    private @Nullable Fields consulted(Cursor at) {
        Fields fields = Fields.of(at, List.of("agency", "on", "said"));
        if (fields != null) {
            fields.required("agency", Codes.of(Agency.class));
            fields.optional("on", day);
            fields.optional("said", Texts::prose);
        }
        return fields;
    }

    private static @Nullable Fields monitoring(Cursor at) {
        Fields fields = Fields.of(at, MONITORING);
        if (fields != null) {
            MONITORING.forEach(name -> fields.optional(name, Texts::brief));
        }
        return fields;
    }

    private static @Nullable Boolean yesOrNo(Cursor at) {
        if (!at.node().isBoolean()) {
            at.expected("`true` or `false`");
            return null;
        }
        return at.node().booleanValue();
    }
}
