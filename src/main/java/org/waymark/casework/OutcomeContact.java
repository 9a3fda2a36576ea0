package org.waymark.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Coded;
import org.waymark.assessment.LondonDays;
import org.waymark.casework.judgement.OutcomeNote;
import org.waymark.casework.judgement.OutcomeTable;
import org.waymark.casework.judgement.OutcomeTable.Answered;
import org.waymark.trail.Entry;
import tools.jackson.databind.JsonNode;

/**
 * An outcome of a decision as one more contact, so that it counts in history like whatever else was said and a screening
 * stays a function of assessments. What it says is recorded with the outcome: a later table of outcomes changes nothing
 * of a replay.
 */
final class OutcomeContact {

    /** The field of an outcome's entry that holds what it says of the catalogue's factors. */
    static final String COUNTS = "counts";

    /** Whoever records an outcome has seen to it that it came about. */
    private static final Basis BASIS = Basis.CONFIRMED;

    private OutcomeContact() {}

    /** What an outcome says, as observations are submitted; nothing where no rule of this catalogue reads it. */
    static List<Map<String, Object>> counts(OutcomeNote note, Catalogue catalogue) {
        List<Map<String, Object>> counts = new ArrayList<>();
        for (Answered answered : OutcomeTable.answers(note.what(), note.result())) {
            if (catalogue.factor(answered.factor()).isPresent()) {
                counts.add(observation(answered, note.on()));
            }
        }
        return counts;
    }

    private static Map<String, Object> observation(Answered answered, LocalDate on) {
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("factor", answered.factor());
        observation.put("answer", answered.answer());
        if (answered.event()) {
            observation.put("dates", List.of(on));
        } else if (answered.answer() == Answer.YES) {
            observation.put("since", on);
        }
        observation.put("basis", BASIS);
        return observation;
    }

    /**
     * The contact that an outcome stands for: on its day, and after the contact that was decided on.
     *
     * @param decided that contact
     */
    static Assessment of(Entry outcome, Assessment decided, AssessmentReader reader) {
        JsonNode said = ActEntries.content(outcome).orElseThrow();
        LocalDate on = LocalDate.parse(said.path("on").asString());
        Instant dawn = on.atStartOfDay(LondonDays.ZONE).toInstant();
        Instant after = decided.assessedAt().plusMillis(1);
        Instant at = dawn.isAfter(after) ? dawn : after;
        Agency by = Coded.of(Agency.class, said.path("by").asString()).orElse(null);
        return new Assessment(
                decided.assessmentId() + " outcome " + outcome.sequence(),
                decided.sourceSystem(),
                at,
                at,
                by,
                decided.youngPerson(),
                reader.rereadObservations(said.path(COUNTS), LondonDays.of(at), by),
                null);
    }
}
