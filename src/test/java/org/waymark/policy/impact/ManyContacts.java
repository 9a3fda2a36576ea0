package org.waymark.policy.impact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.SubmissionKey;
import org.waymark.trail.Draft;
import org.waymark.trail.EntriesInBulk;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Submission;

/**
 * Contacts of two years about many young people, one to eight each, made up by a seed. The same seed makes the same.
 */
final class ManyContacts {

    private static final List<String> AREAS = List.of("sefton", "knowsley", "liverpool");
    private static final List<String> SEX = List.of("female", "male", "not-recorded");
    private static final List<String> ETHNICITY = List.of("white-british", "black-caribbean", "mixed", "not-recorded");
    private static final List<String> BASES = List.of("confirmed", "suspected", "alleged");
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 3, 4);
    private static final int DAYS = 730;
    private static final int MOST_CONTACTS = 8;
    private static final int MOST_OBSERVATIONS = 9;

    /** Most observations are of a few things that screeners see every day; the rest is of anything. */
    private static final List<String> OFTEN = List.of(
            "going-missing", "suspension", "gang-association", "domestic-abuse-in-home", "parental-substance-misuse");

    private final Random random;
    private final List<Factor> factors;
    private final List<Factor> often;
    private final AssessmentReader reader;

    ManyContacts(Catalogue catalogue, long seed) {
        this.random = new Random(seed);
        this.factors = List.copyOf(catalogue.factors());
        this.often =
                factors.stream().filter(factor -> OFTEN.contains(factor.id())).toList();
        this.reader = new AssessmentReader(catalogue);
    }

    /** Documents about one young person, oldest first. */
    List<String> aboutOne(String reference) {
        List<Integer> days = random.ints(1 + random.nextInt(MOST_CONTACTS), 0, DAYS)
                .sorted()
                .distinct()
                .boxed()
                .toList();
        LocalDate born = FIRST_DAY.minusDays(365L * 9 + random.nextInt(365 * 8));
        String area = any(AREAS);
        Map<String, String> monitoring = new TreeMap<>(Map.of("sex", any(SEX), "ethnicity", any(ETHNICITY)));
        List<String> documents = new ArrayList<>();
        for (int day : days) {
            LocalDate on = FIRST_DAY.plusDays(day);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("assessmentId", reference + "-" + documents.size());
            document.put("sourceSystem", area + "-mash");
            document.put("assessedAt", on + "T10:30:00Z");
            document.put("referredBy", random.nextBoolean() ? "police" : "school");
            document.put("youngPerson", Map.of("reference", reference, "area", area, "dateOfBirth", born.toString()));
            document.put("observations", observations(on));
            document.put("monitoring", monitoring);
            documents.add(Json.write(document));
        }
        return documents;
    }

    private List<Map<String, Object>> observations(LocalDate on) {
        Map<String, Map<String, Object>> byFactor = new TreeMap<>();
        int count = 1 + random.nextInt(MOST_OBSERVATIONS);
        for (int i = 0; i < count; i++) {
            Factor factor = random.nextInt(3) == 0 && !often.isEmpty() ? any(often) : any(factors);
            byFactor.put(factor.id(), observation(factor, on));
        }
        return List.copyOf(byFactor.values());
    }

    private Map<String, Object> observation(Factor factor, LocalDate on) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("factor", factor.id());
        int answer = random.nextInt(10);
        if (answer < 6) {
            said.put("answer", answer < 5 ? "no" : "yet-to-clarify");
            return said;
        }
        said.put("answer", "yes");
        said.put("basis", any(BASES));
        if (factor.kind() == FactorKind.EVENT) {
            said.put(
                    "dates",
                    random.ints(1 + random.nextInt(3), 0, 45)
                            .sorted()
                            .distinct()
                            .mapToObj(ago -> on.minusDays(ago).toString())
                            .toList());
        } else if (factor.kind() == FactorKind.MEASURE) {
            said.put("value", random.nextInt(12));
        }
        return said;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /**
     * Records so many contacts, in the order of the young people.
     *
     * @param prefix of the references of these
     * @param decision the JSON that stands for each decision
     * @return how many young people they are about
     */
    int record(int contacts, String prefix, EntriesInBulk into, Pseudonyms pseudonyms, String decision, Instant at)
            throws Exception {
        int people = 0;
        for (int left = contacts; left > 0; people++) {
            List<String> documents = aboutOne(prefix + people);
            for (int i = 0; i < documents.size() && left > 0; i++, left--) {
                byte[] json = documents.get(i).getBytes(StandardCharsets.UTF_8);
                into.add(person(json, pseudonyms), i + 1L, draft(json, pseudonyms, decision, at));
            }
        }
        into.flush();
        return people;
    }

    private Person person(byte[] json, Pseudonyms pseudonyms) throws Exception {
        PersonKey key =
                reader.read(json, Instant.MAX).assessment().youngPerson().key();
        return pseudonyms.person(key.area(), key.reference());
    }

    private Draft draft(byte[] json, Pseudonyms pseudonyms, String decision, Instant at) throws Exception {
        org.waymark.assessment.Submission read = reader.read(json, Instant.MAX);
        SubmissionKey key = read.assessment().submission();
        Submission submission = pseudonyms.submission(key.area(), key.sourceSystem(), key.assessmentId());
        Map<String, String> content = new LinkedHashMap<>();
        content.put("assessment", read.canonical());
        content.put("history", "[]");
        content.put("engine", "{\"waymark\":\"test\",\"drools\":\"test\"}");
        content.put("decision", decision);
        return new Draft(Kind.SCREENED, submission, pseudonyms.decisionId(submission), "screener", at, content);
    }
}
