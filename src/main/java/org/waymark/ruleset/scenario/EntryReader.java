package org.waymark.ruleset.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waymark.assessment.Assessment;
import org.waymark.ruleset.Spelling;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/** Reads one entry of a file: a line of a rule with the cases on both sides of its threshold, or a whole case. */
final class EntryReader {

    private static final List<String> KEYS = List.of("rule", "gives", "fires", "alsoFires", "below");
    private static final List<String> WITH_REASON =
            Stream.concat(Stream.of("why"), GivenReader.KEYS.stream()).toList();

    private final Set<String> lines = new TreeSet<>();
    private final GivenReader given;
    private final GivesReader gives;
    private final CaseReader cases;

    EntryReader(RuleSet ruleSet) {
        ruleSet.rules().stream().map(Rule::id).forEach(lines::add);
        given = new GivenReader(ruleSet.catalogue());
        gives = new GivesReader(ruleSet.manifest());
        cases = new CaseReader(ruleSet, given);
    }

    /** The scenarios of the entry; those with a fault are left out. */
    List<Scenario> read(At at) {
        if (at.hasKey("case")) {
            return Keys.of(at, "a case", CaseReader.KEYS).flatMap(cases::read).stream()
                    .map(one -> (Scenario) one)
                    .toList();
        }
        return Keys.of(at, "an entry that begins with `rule:` or `case:`", KEYS)
                .map(this::line)
                .orElse(List.of());
    }

    private List<Scenario> line(Keys entry) {
        List<Scenario> scenarios = new ArrayList<>();
        String rule = rule(entry);
        if (entry.all().keySet().equals(Set.of("rule"))) {
            entry.at().fault("nothing is said of the line", "add `fires:` and `below:`, or `gives:`");
        }
        entry.get("gives")
                .ifPresent(at -> gives.read(at).ifPresent(all -> scenarios.add(new LineGives(at.place(), rule, all))));
        entry.get("fires")
                .flatMap(one -> Keys.of(one, "what is given in the case", GivenReader.KEYS))
                .flatMap(given::read)
                .ifPresent(assessment -> scenarios.add(
                        new LineScenario(placeOf(entry, "fires"), rule, true, "at its threshold", assessment)));
        entry.get("alsoFires")
                .ifPresent(all -> all.items("a list of cases")
                        .forEach(one -> withReason(one, rule, true).ifPresent(scenarios::add)));
        entry.get("below")
                .ifPresent(all -> all.items("a list of cases")
                        .forEach(one -> withReason(one, rule, false).ifPresent(scenarios::add)));
        return scenarios;
    }

    private static Place placeOf(Keys entry, String key) {
        return entry.get(key).map(At::place).orElse(entry.at().place());
    }

    private String rule(Keys entry) {
        Optional<String> rule = entry.need("rule", "name the line, such as `SG-12`")
                .flatMap(at -> at.text("the id of a line, such as `SG-12`,"));
        rule.filter(id -> !lines.contains(id))
                .ifPresent(id -> entry.get("rule")
                        .ifPresent(
                                at -> at.fault("no line " + at.found() + " in the rule set", Spelling.fix(id, lines))));
        return rule.orElse("");
    }

    /** One of several cases of a line, with the reason why it does, or does not, fire in it. */
    private Optional<Scenario> withReason(At at, String rule, boolean fires) {
        return Keys.of(at, "a case with `why` and `observations`", WITH_REASON).flatMap(keys -> {
            Optional<String> why = keys.need(
                            "why",
                            fires ? "say what is other than at the threshold" : "say what is missing to the threshold")
                    .flatMap(one -> one.text("a sentence"));
            Optional<Assessment> assessment = given.read(keys);
            return why.flatMap(
                    reason -> assessment.map(one -> new LineScenario(keys.at().place(), rule, fires, reason, one)));
        });
    }
}
