package org.waymark.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.PersonKey;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.History;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Manifest;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import tools.jackson.databind.JsonNode;

/** The clocks that run over what is recorded about a young person between one contact and the next. */
public final class Clocks {

    private final RuleSetInForce inForce;
    private final People people;
    private final Clock clock;

    public Clocks(RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms, Clock clock) {
        this.inForce = inForce;
        this.people = new People(trail, pseudonyms);
        this.clock = clock;
    }

    /** The JSON of every clock as it stands today; an empty list where none runs. */
    public String of(PersonKey person) {
        RuleSetInForce.Ready ready = inForce.require();
        LocalDate today = LondonDays.of(clock.instant());
        Contacts contacts = Contacts.about(person, people, ready.reader());
        List<CaseClock> clocks = running(contacts, ready, today).stream().toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("on", today);
        shown.put("clocks", clocks);
        return Json.write(shown);
    }

    private static Optional<CaseClock> running(Contacts contacts, RuleSetInForce.Ready ready, LocalDate today) {
        List<Assessment> counted = contacts.counted();
        return counted.stream()
                .max(Comparator.comparing(Assessment::assessedAt).thenComparing(Assessment::assessmentId))
                .flatMap(last -> MaceReview.of(
                        CaseFile.of(ready.ruleSet().catalogue(), last, History.before(last, counted)),
                        counted.stream()
                                .filter(one -> asksForMaceAtItsHighest(
                                        contacts.decisionOn(one),
                                        ready.ruleSet().manifest()))
                                .map(one -> LondonDays.of(one.assessedAt()))
                                .toList(),
                        today));
    }

    private static boolean asksForMaceAtItsHighest(JsonNode decision, Manifest manifest) {
        String highest = manifest.levels().get(manifest.levels().size() - 1);
        return decision.path("outcome")
                .path("pathways")
                .valueStream()
                .filter(path -> path.path("pathway").asString("").equals(Pathway.MACE.code()))
                .anyMatch(path -> path.path("level").asString("").equals(highest));
    }
}
