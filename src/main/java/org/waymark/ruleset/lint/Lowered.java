package org.waymark.ruleset.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.diff.ChangeKind;
import org.waymark.ruleset.diff.Detail;
import org.waymark.ruleset.diff.Direction;
import org.waymark.ruleset.diff.Entry;
import org.waymark.ruleset.diff.RuleSetDiff;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.Rule;

/**
 * What is done later, lower, in fewer cases or not at all under a rule set, compared with another. Which side a change
 * goes to is what {@link RuleSetDiff} says of it.
 */
final class Lowered {

    private final CheckedRules against;
    private final CheckedRules rules;
    private final Implication implication;
    private final Giving giving;

    Lowered(CheckedRules against, CheckedRules rules, Implication implication) {
        this.against = against;
        this.rules = rules;
        this.implication = implication;
        this.giving = new Giving(rules.manifest());
    }

    List<Finding> findings() {
        RuleSetDiff diff = RuleSetDiff.of(against, rules);
        // Where groups or factors are other, an old condition does not mean what it meant.
        boolean comparable = diff.groups().isEmpty()
                && diff.factors().isEmpty()
                && against.manifest().levels().equals(rules.manifest().levels());
        Map<String, Rule> before = byId(against);
        List<Finding> findings = new ArrayList<>();
        for (Entry entry : diff.lowering()) {
            Rule was = before.get(entry.id());
            if (was == null || !comparable || !isStillGiven(was)) {
                findings.add(finding(entry, place(entry)));
            }
        }
        diff.groups().stream()
                .filter(entry -> !lowering(entry).isEmpty())
                .filter(entry -> !entry.readBy().isEmpty())
                .forEach(entry -> findings.add(finding(entry, new Place("groups.csv", 1, 1))));
        return findings;
    }

    private static Map<String, Rule> byId(CheckedRules of) {
        Map<String, Rule> byId = new TreeMap<>();
        of.rules().forEach(rule -> byId.put(rule.id(), rule));
        return byId;
    }

    /** Whether some line gives all that a line gave, wherever that fired. */
    private boolean isStillGiven(Rule was) {
        return rules.rules().stream()
                .filter(line -> line.stage() == was.stage())
                .anyMatch(line -> implication.implies(was.conditions(), line.conditions())
                        && giving.covers(line.conclusions(), was.conclusions()));
    }

    /** Where the line stands; one that is gone, where the change should be told. */
    private Place place(Entry entry) {
        return Optional.ofNullable(byId(rules).get(entry.id()))
                .map(Rule::place)
                .orElse(new Place("manifest.yaml", 1, 1));
    }

    private static List<Detail> lowering(Entry entry) {
        return entry.details().stream()
                .filter(detail -> Optional.ofNullable(detail.direction())
                        .filter(Direction::isLowering)
                        .isPresent())
                .toList();
    }

    private Finding finding(Entry entry, Place place) {
        return Finding.of(
                FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET,
                Severity.WARNING,
                List.of(entry.id()),
                place,
                "compared with `" + against.manifest().name() + "`, `" + entry.id() + "` " + told(entry),
                "put it back, or say in the manifest's `changes` who decided it and on what evidence");
    }

    private String told(Entry entry) {
        if (entry.kind() == ChangeKind.REMOVED) {
            return Optional.ofNullable(byId(against).get(entry.id()))
                    .map(was -> "is gone, which stood at " + RuleFault.where(was.place()) + " (" + entry.title() + ")")
                    .orElse("is gone (" + entry.title() + ")");
        }
        return "does less: " + lowering(entry).stream().map(Detail::text).collect(Collectors.joining(", "));
    }
}
