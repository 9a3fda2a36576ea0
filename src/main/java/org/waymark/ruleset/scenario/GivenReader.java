package org.waymark.ruleset.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.LondonDays;

/** Reads what is given in a case: who made contact about whom, when, and what was observed. */
final class GivenReader {

    /** When a case is assessed that does not say when: a Wednesday morning. */
    static final Instant ASSESSED_AT = Instant.parse("2026-03-11T10:30:00Z");

    /** What is said of the young person; a whole case may say it once for all its contacts. */
    static final List<String> PERSON =
            List.of("age", "dateOfBirth", "reference", "area", "placedByArea", "previousReferences");

    /** What is said of one contact. */
    static final List<String> KEYS = Stream.concat(
                    PERSON.stream(), Stream.of("referredBy", "assessedAt", "receivedAt", "observations"))
            .toList();

    private static final List<String> OBSERVATION = List.of(
            "factor",
            "answer",
            "daysAgo",
            "dates",
            "times",
            "withinDays",
            "on",
            "since",
            "value",
            "offenceStatus",
            "basis",
            "source",
            "note");

    private static final String SOURCE_SYSTEM = "scenarios";
    private static final String UNKNOWN = "unknown";
    private static final int USUAL_AGE = 14;

    /** A hundred years, in days. */
    static final int LONGEST_AGO = 36_500;

    private final Catalogue catalogue;

    GivenReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The assessment of a case of one contact. */
    Optional<Assessment> read(Keys given) {
        return read(given, Optional.empty(), "CONTACT-1", 0, Map.of());
    }

    /**
     * The assessment of one contact of a case; nothing, with a fault, where there is none.
     *
     * @param person what the case says of the young person for all its contacts
     * @param daysAgo how long ago the contact was, where it does not say when itself
     * @param more what else the assessment says
     */
    Optional<Assessment> read(Keys given, Optional<Keys> person, String id, int daysAgo, Map<String, ?> more) {
        Document document = new Document(given.at());
        document.put("assessmentId", id);
        document.put("sourceSystem", SOURCE_SYSTEM);
        Instant assessedAt = ASSESSED_AT.minus(Duration.ofDays(daysAgo));
        document.put("assessedAt", assessedAt.toString());
        more.forEach(document::put);
        for (String field : List.of("assessedAt", "receivedAt", "referredBy")) {
            given.get(field).ifPresent(value -> document.copy(field, value));
        }
        person(document, given, person);
        LocalDate day = LondonDays.of(
                given.get("assessedAt").flatMap(GivenReader::instant).orElse(assessedAt));
        int before = given.at().faults().count();
        given.need("observations", "write `observations: []` where nothing is known")
                .ifPresent(all -> all.items("a list of observations").forEach(one -> observation(document, one, day)));
        // What is wrong elsewhere in the document is told as well, so that all is told at once.
        Optional<Assessment> assessment = document.read(catalogue);
        return given.at().faults().count() > before ? Optional.empty() : assessment;
    }

    private static Optional<Instant> instant(At at) {
        try {
            return at.scalar().map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException toldByTheReader) {
            return Optional.empty();
        }
    }

    private static void person(Document document, Keys given, Optional<Keys> whole) {
        document.putPerson("reference", "SCENARIO-1");
        document.putPerson("area", "sefton");
        for (String field : List.of("reference", "area", "placedByArea", "previousReferences")) {
            given.get(field)
                    .or(() -> whole.flatMap(keys -> keys.get(field)))
                    .ifPresent(value -> document.copyPerson(field, value));
        }
        Keys aged = saysAge(given) ? given : whole.filter(GivenReader::saysAge).orElse(given);
        if (!saysAge(aged)) {
            document.putPerson("ageYears", USUAL_AGE);
        }
        aged.get("age")
                .filter(age -> !age.scalar().equals(Optional.of(UNKNOWN)))
                .ifPresent(age -> document.copyPerson("ageYears", age));
        aged.get("dateOfBirth").ifPresent(born -> document.copyPerson("dateOfBirth", born));
    }

    private static boolean saysAge(Keys keys) {
        return keys.has("age") || keys.has("dateOfBirth");
    }

    private void observation(Document document, At at, LocalDate day) {
        Keys.of(at, "an observation, such as `{factor: going-missing, answer: \"yes\"}`,", OBSERVATION)
                .ifPresent(keys -> {
                    Map<String, At> values = new LinkedHashMap<>(keys.all());
                    Map<String, Object> more = new LinkedHashMap<>();
                    At daysAgo = values.remove("daysAgo");
                    if (daysAgo != null) {
                        if (keys.has("dates") || keys.has("on")) {
                            daysAgo.fault("`daysAgo` stands beside another day", "keep one");
                        }
                        days(document, daysAgo, isMeasure(keys), day, more);
                    }
                    document.addObservation(at, values, more);
                });
    }

    private boolean isMeasure(Keys observation) {
        return observation
                .get("factor")
                .flatMap(At::scalar)
                .flatMap(catalogue::factor)
                .map(Factor::kind)
                .filter(FactorKind.MEASURE::equals)
                .isPresent();
    }

    private static void days(
            Document document, At daysAgo, boolean measure, LocalDate today, Map<String, Object> observation) {
        List<At> items = daysAgo.isList() ? daysAgo.items("") : List.of(daysAgo);
        if (measure && items.size() != 1) {
            daysAgo.fault("a figure is of one day, and " + items.size() + " stand here", "write one observation a day");
        }
        List<String> dates = new ArrayList<>();
        for (At item : items) {
            document.writtenAt("dates/" + dates.size(), item);
            item.whole(0, LONGEST_AGO)
                    .ifPresent(days -> dates.add(today.minusDays(days).toString()));
        }
        document.writtenAt(measure ? "on" : "dates", daysAgo);
        if (measure) {
            dates.stream().findFirst().ifPresent(date -> observation.put("on", date));
        } else if (dates.size() == items.size()) {
            observation.put("dates", dates);
        }
    }
}
