package org.waymark.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a whole assessment from a document that is JSON already. */
final class DocumentReader {

    private static final List<String> FIELDS = List.of(
            "assessmentId",
            "sourceSystem",
            "receivedAt",
            "assessedAt",
            "referredBy",
            "contactGroup",
            "youngPerson",
            "observations",
            "amends",
            "context",
            "monitoring");

    static final int MOST_OBSERVATIONS = 500;

    private final Catalogue catalogue;
    private final Instant now;

    DocumentReader(Catalogue catalogue, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
    }

    /** The assessment, or nothing where it has faults, which are then reported. */
    @Nullable
    Assessment read(Cursor at) {
        Fields fields = Fields.of(at, FIELDS);
        if (fields == null) {
            return null;
        }
        String assessmentId = fields.required("assessmentId", Texts::identifier);
        String sourceSystem = fields.required("sourceSystem", Texts::identifier);
        Instant assessedAt = fields.required("assessedAt", this::assessedAt);
        Instant receivedAt = fields.optional("receivedAt", field -> receivedAt(field, assessedAt));
        Agency referredBy = fields.optional("referredBy", Codes.of(Agency.class));
        fields.optional("contactGroup", Texts::identifier);
        Dates day = new Dates(assessedAt == null ? null : LondonDays.of(assessedAt));
        YoungPerson youngPerson = fields.required("youngPerson", new YoungPersonReader(day.lastDay())::read);
        Reading<Observation> observation = new ObservationReader(catalogue, day, referredBy)::read;
        List<Observation> observations =
                fields.required("observations", observation.upTo(MOST_OBSERVATIONS, "observations"));
        Amends amends = fields.optional("amends", field -> amends(field, assessmentId));
        new ContextReader(day).read(fields);
        if (assessmentId == null
                || sourceSystem == null
                || assessedAt == null
                || youngPerson == null
                || observations == null) {
            return null;
        }
        Instant received = receivedAt == null ? assessedAt : receivedAt;
        return new Assessment(
                assessmentId, sourceSystem, received, assessedAt, referredBy, youngPerson, observations, amends);
    }

    private @Nullable Instant assessedAt(Cursor at) {
        Instant assessedAt = Instants.read(at);
        if (assessedAt != null && assessedAt.isAfter(now)) {
            at.fault(Quoted.of(at.node().stringValue()) + " is in the future: it is now " + now);
        }
        return assessedAt;
    }

    private static @Nullable Instant receivedAt(Cursor at, @Nullable Instant assessedAt) {
        Instant receivedAt = Instants.read(at);
        if (receivedAt != null && assessedAt != null && receivedAt.isAfter(assessedAt)) {
            at.fault(Quoted.of(at.node().stringValue())
                    + " is after `assessedAt`: nothing is assessed before it came in");
        }
        return receivedAt;
    }

    private static @Nullable Amends amends(Cursor at, @Nullable String own) {
        Fields fields = Fields.of(at, List.of("assessmentId", "reason"));
        if (fields == null) {
            return null;
        }
        String amended = fields.required("assessmentId", Texts::identifier);
        String reason = fields.required("reason", Texts::filledProse);
        if (amended != null && amended.equals(own)) {
            fields.at("assessmentId")
                    .fault(Quoted.of(amended) + " cannot amend itself: a change needs an `assessmentId` of"
                            + " its own");
        }
        return amended == null || reason == null ? null : new Amends(amended, reason);
    }
}
