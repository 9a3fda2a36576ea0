package org.waymark.casework;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.JudgementRefusal.Why;
import org.waymark.casework.judgement.ErasureRequest;
import org.waymark.trail.Entry;
import org.waymark.trail.Erasing;
import org.waymark.trail.Erasure;
import org.waymark.trail.Kind;
import org.waymark.trail.NothingToErase;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.UnderHold;
import tools.jackson.databind.JsonNode;

/**
 * Has what is recorded erased: one contact that was misfiled, or all about a young person under one reference. What was
 * known under other references is erased there. A named person does it; nothing is erased by itself.
 *
 * <p>Each call gives the JSON of what was erased, and throws {@link JudgementRefusal} where what was sent has faults,
 * {@link UnderHold} where a legal hold forbids it, {@link ErasedContent} where it is erased already, and {@link
 * TrailUnavailable} where the store does not answer: what was ordered by then is carried out as soon as it does.
 */
public final class Erasures {

    private final Trail trail;
    private final Erasing erasing;
    private final People people;
    private final Clock clock;

    public Erasures(Trail trail, Erasing erasing, Pseudonyms pseudonyms, Clock clock) {
        this.trail = trail;
        this.erasing = erasing;
        this.people = new People(trail, pseudonyms);
        this.clock = clock;
    }

    /** The contact on which a decision was made, the decision, and what people did with it. */
    public String contact(String decisionId, byte[] document, String actor) throws JudgementRefusal, UnderHold {
        DecisionFile file = DecisionFile.find(trail, decisionId)
                .orElseThrow(() -> JudgementRefusal.of(Why.UNKNOWN, JudgementRefusal.NO_SUCH_DECISION));
        Person person = file.screened().person();
        Set<String> naming = naming(List.of(file.screened()));
        ErasureRequest said = Request.read(document, at -> ErasureRequest.read(at, null, naming));
        return erased(person, decisionId, said, actor, "this contact");
    }

    /** All that is recorded about a young person under this reference. */
    public String person(PersonKey key, byte[] document, String actor) throws JudgementRefusal, UnderHold {
        List<Entry> known = people.trailOf(key);
        if (known.isEmpty()) {
            throw People.unknown();
        }
        Set<String> naming = naming(known);
        naming.add(key.reference());
        ErasureRequest said = Request.read(document, at -> ErasureRequest.read(at, key.reference(), naming));
        return erased(people.person(key), null, said, actor, "all about this young person");
    }

    private String erased(Person person, @Nullable String decisionId, ErasureRequest said, String actor, String what)
            throws UnderHold {
        Erasure.Order order = new Erasure.Order(
                person,
                decisionId,
                actor,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                said.reasonCode(),
                said.reason());
        try {
            return Json.write(shown(erasing.erase(order)));
        } catch (NothingToErase already) {
            throw new ErasedContent(what);
        }
    }

    private static Map<String, Object> shown(Entry erased) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sequence", erased.sequence());
        shown.put("actor", erased.actor());
        shown.put("recordedAt", erased.recordedAt());
        erased.content()
                .values()
                .forEach(said ->
                        Json.read(said).properties().forEach(field -> shown.put(field.getKey(), field.getValue())));
        return shown;
    }

    /** The numbers and the date of birth by which contacts name the young person. */
    private static Set<String> naming(List<Entry> entries) {
        Set<String> naming = new LinkedHashSet<>();
        entries.stream()
                .filter(entry -> entry.kind() == Kind.SCREENED && !entry.erased())
                .map(entry -> Json.read(Contacts.text(entry, EntryContent.ASSESSMENT)))
                .forEach(assessment -> {
                    JsonNode person = assessment.path("youngPerson");
                    naming.add(person.path("reference").asString(""));
                    naming.add(person.path("dateOfBirth").asString(""));
                    naming.add(assessment.path("assessmentId").asString(""));
                    person.path("previousReferences")
                            .forEach(one -> naming.add(one.path("reference").asString("")));
                });
        naming.remove("");
        return naming;
    }
}
