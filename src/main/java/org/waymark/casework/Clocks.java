package org.waymark.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.access.Areas;
import org.waymark.access.Sharing;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.PersonKey;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.History;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Manifest;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;

/** The clocks that run over what is recorded about a young person between one contact and the next. */
public final class Clocks {

    private final RuleSetInForce inForce;
    private final People people;
    private final Clock clock;
    private final Sharing sharing;

    public Clocks(RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms, Clock clock) {
        this(inForce, trail, pseudonyms, clock, Sharing.EVERYBODY);
    }

    /** @param sharing who may join what another area knows */
    public Clocks(RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms, Clock clock, Sharing sharing) {
        this.inForce = inForce;
        this.people = new People(trail, pseudonyms);
        this.clock = clock;
        this.sharing = sharing;
    }

    /** The JSON of every clock as it stands today; an empty list where none runs. */
    String of(PersonKey person) {
        return of(person, Areas.ALL);
    }

    /** The same for somebody who may not know of all areas; it says which were left out, if any. */
    String of(PersonKey person, Areas areas) {
        RuleSetInForce.Ready ready = inForce.require(person.area());
        Contacts contacts = Contacts.about(person, people, ready.reader(), new Joining(person.area(), areas, sharing));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("on", LondonDays.of(clock.instant()));
        shown.put("clocks", running(contacts, ready, clock.instant()));
        if (!contacts.apart().isEmpty()) {
            shown.put(
                    "leftOut",
                    contacts.apart().stream()
                            .map(PersonKey::area)
                            .distinct()
                            .sorted()
                            .toList());
        }
        return Json.write(shown);
    }

    /**
     * When a young person is to be reviewed at MACE, by what their own area knows; nothing where that is not called for.
     *
     * @throws RuleSetInForce.NoRuleSet where there is none in force by which that could be known
     */
    Optional<CaseClock> review(PersonKey person) {
        RuleSetInForce.Ready ready = inForce.require(person.area());
        Joining own = new Joining(person.area(), Areas.of(List.of(person.area())), sharing);
        return running(Contacts.about(person, people, ready.reader(), own), ready, clock.instant()).stream()
                .filter(one -> one.rule().equals(MaceReview.RULE))
                .findFirst();
    }

    private static List<CaseClock> running(Contacts contacts, RuleSetInForce.Ready ready, Instant now) {
        List<Contacts.Decided> decided = contacts.decided();
        LocalDate today = LondonDays.of(now);
        return decided.stream()
                .map(Contacts.Decided::assessment)
                .max(Comparator.comparing(Assessment::assessedAt).thenComparing(Assessment::assessmentId))
                .map(last -> file(ready, at(last, now), contacts.assessments()))
                .map(file -> Stream.concat(
                                MaceReview.of(
                                        file, highest(decided, ready.ruleSet().manifest()), today)
                                        .stream(),
                                new WorkingDayClocks(
                                                file, decided, ready.ruleSet().workingDays(), today)
                                        .running().stream())
                        .toList())
                .orElse(List.of());
    }

    private static CaseFile file(RuleSetInForce.Ready ready, Assessment now, List<Assessment> said) {
        return CaseFile.of(ready.ruleSet().catalogue(), now, History.before(now, said));
    }

    /** A look at the file now, at which nobody says anything new: what came after the last contact counts too. */
    private static Assessment at(Assessment last, Instant now) {
        return new Assessment("(the clocks)", "(the clocks)", now, now, null, last.youngPerson(), List.of(), null);
    }

    private static List<LocalDate> highest(List<Contacts.Decided> decided, Manifest manifest) {
        String highest = manifest.levels().get(manifest.levels().size() - 1);
        return decided.stream()
                .filter(one -> one.file()
                        .state()
                        .result()
                        .pathway(Pathway.MACE)
                        .filter(path -> highest.equals(path.level()))
                        .isPresent())
                .map(one -> LondonDays.of(one.assessment().assessedAt()))
                .toList();
    }
}
