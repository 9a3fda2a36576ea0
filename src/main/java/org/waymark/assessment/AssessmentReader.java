package org.waymark.assessment;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.InvalidAssessment.Kind;
import tools.jackson.databind.JsonNode;

/** Reads what screeners submit, as strictly as the contract has it, and finds every fault at once. */
public final class AssessmentReader {

    private final Catalogue catalogue;

    public AssessmentReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The assessment that these bytes hold.
     *
     * @param now what no assessment may be later than; nothing else depends on it
     * @throws InvalidAssessment with every fault: of kind {@code TOO_LARGE} above 1 MiB, {@code MALFORMED} where the
     *     bytes are no JSON, with line and column, and {@code INVALID} where it is JSON that cannot be screened, with
     *     a pointer to each value that is wrong or missing
     */
    public Submission read(byte[] json, Instant now) throws InvalidAssessment {
        String text = JsonText.decode(json);
        // Only a document without faults is certain to have numbers that canonical JSON can write.
        Assessment assessment = assessment(text, now);
        return new Submission(assessment, canonical(text));
    }

    /**
     * The assessment of a document that was read before.
     *
     * @param canonical what {@link Submission#canonical()} gave then
     * @throws IllegalStateException where it has a fault: then it is not what was stored, or the catalogue lost a factor
     */
    public Submission reread(String canonical) {
        try {
            return new Submission(assessment(canonical, Instant.MAX), canonical);
        } catch (InvalidAssessment fault) {
            throw new IllegalStateException("a stored assessment can no longer be read: " + fault.faults(), fault);
        }
    }

    /**
     * The reading of an array of observations, as strict as for those of an assessment.
     *
     * @param day the day on which the contact that made them was assessed
     * @param referredBy who made that contact
     */
    public Reading<List<Observation>> observations(LocalDate day, @Nullable Agency referredBy) {
        Reading<Observation> one = new ObservationReader(catalogue, new Dates(day), referredBy)::read;
        return one.upTo(DocumentReader.MOST_OBSERVATIONS, "observations");
    }

    /**
     * Observations that were read before.
     *
     * @throws IllegalStateException where they have a fault: then they are not what was stored, or the catalogue lost a
     *     factor
     */
    public List<Observation> rereadObservations(JsonNode stored, LocalDate day, @Nullable Agency referredBy) {
        Faults faults = new Faults();
        List<Observation> read = observations(day, referredBy).read(new Cursor(stored, "", faults));
        if (read == null || faults.any()) {
            throw new IllegalStateException("stored observations can no longer be read: " + faults.list());
        }
        return read;
    }

    /** The area that a document names, if it is one that does; whether anything else in it is right is not looked at. */
    public static Optional<String> areaOf(byte[] json) {
        return youngPerson(json).flatMap(person -> text(person, "area"));
    }

    /** The young person that a document names, in the same way. */
    public static Optional<PersonKey> personOf(byte[] json) {
        return youngPerson(json)
                .flatMap(person -> text(person, "area")
                        .flatMap(area -> text(person, "reference").map(reference -> new PersonKey(area, reference))));
    }

    private static Optional<JsonNode> youngPerson(byte[] json) {
        try {
            return Optional.of(JsonText.parse(JsonText.decode(json)).path("youngPerson"));
        } catch (InvalidAssessment fault) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode person, String field) {
        return Optional.of(person.path(field).asString("")).filter(text -> !text.isEmpty());
    }

    private Assessment assessment(String text, Instant now) throws InvalidAssessment {
        Faults faults = new Faults();
        @Nullable
        Assessment assessment = new DocumentReader(catalogue, now).read(new Cursor(JsonText.parse(text), "", faults));
        if (assessment == null || faults.any()) {
            throw new InvalidAssessment(Kind.INVALID, faults.list());
        }
        return assessment;
    }

    private static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException("a document without faults has no canonical form", impossible);
        }
    }
}
