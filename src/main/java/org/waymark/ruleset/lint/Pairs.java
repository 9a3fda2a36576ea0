package org.waymark.ruleset.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waymark.assessment.Coded;
import org.waymark.ruleset.RuleFault;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.Rule;

/** Looks at every two lines of one stage: do they say the same, does one say nothing that the other does not, do they differ. */
final class Pairs {

    private final List<Rule> rules;
    private final Implication implication;
    private final Giving giving;

    /** Looks at these rules, which come in the order of their ids. */
    Pairs(List<Rule> rules, Implication implication, Manifest manifest) {
        this.rules = rules;
        this.implication = implication;
        this.giving = new Giving(manifest);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Rule line : rules) {
            List<Rule> wider =
                    rules.stream().filter(other -> isWider(other, line)).toList();
            List<Rule> same = wider.stream()
                    .filter(other -> other.id().compareTo(line.id()) < 0)
                    .filter(other -> implication.implies(other.conditions(), line.conditions()))
                    .toList();
            same.stream()
                    .filter(other -> Giving.same(other.conclusions(), line.conclusions()))
                    .findFirst()
                    .ifPresent(other -> findings.add(duplicate(other, line)));
            same.forEach(other -> differing(other, line).ifPresent(findings::add));
            wider.stream()
                    .filter(other -> makesIdle(other, line))
                    .min(Comparator.comparing(other -> !other.family().equals(line.family())))
                    .ifPresent(other -> findings.add(subsumed(other, line)));
        }
        return findings;
    }

    /** Whether a line fires, in the same stage, wherever another does. */
    private boolean isWider(Rule other, Rule line) {
        return other != line
                && other.stage() == line.stage()
                && implication.implies(line.conditions(), other.conditions());
    }

    /** Two lines that are met in the same cases are told as what they are: a duplicate, or two clocks. */
    private boolean makesIdle(Rule other, Rule line) {
        if (!giving.covers(other.conclusions(), line.conclusions())) {
            return false;
        }
        boolean same = implication.implies(other.conditions(), line.conditions());
        return !same
                || (!Giving.same(other.conclusions(), line.conclusions())
                        && clash(other, line).isEmpty());
    }

    private static Finding duplicate(Rule first, Rule line) {
        return Finding.of(
                FindingKind.DUPLICATE_RULE,
                Severity.WARNING,
                List.of(first.id(), line.id()),
                line.place(),
                "`" + line.id() + "` is met in the same cases as `" + first.id() + "` ("
                        + RuleFault.where(first.place()) + ") and gives the same",
                "take one out, or change what was meant to be other");
    }

    /** A line that other rules' lines make idle is still shown, with its own statement; its own rule hides it. */
    private static Finding subsumed(Rule other, Rule line) {
        boolean ownRule = other.family().equals(line.family());
        return Finding.of(
                FindingKind.SUBSUMED_RULE,
                ownRule ? Severity.WARNING : Severity.NOTE,
                List.of(line.id(), other.id()),
                line.place(),
                "wherever `" + line.id() + "` fires, `" + other.id() + "` (" + RuleFault.where(other.place())
                        + ") fires too and gives all of it: no pathway, clock, service, action, block or flag rests on `"
                        + line.id() + "`",
                ownRule
                        ? "take it out, or give what makes it stand apart"
                        : "take it out, unless it is there for its statement");
    }

    private Optional<Finding> differing(Rule first, Rule line) {
        if (first.family().equals(line.family())) {
            return Optional.empty();
        }
        return clash(first, line)
                .map(words -> Finding.of(
                        FindingKind.OVERLAP_WITH_DIFFERENT_URGENCY,
                        Severity.WARNING,
                        List.of(first.id(), line.id()),
                        line.place(),
                        "`" + line.id() + "` and `" + first.id() + "` (" + RuleFault.where(first.place())
                                + ") are met in the same cases, and " + words,
                        "decide which it is, and keep one of them"));
    }

    /** The first pathway that two lines of different rules give by other clocks or at other levels, in words. */
    private Optional<String> clash(Rule first, Rule line) {
        if (first.family().equals(line.family())) {
            return Optional.empty();
        }
        for (PathwayAdvice one : first.conclusions().pathways()) {
            for (PathwayAdvice other : line.conclusions().pathways()) {
                if (one.pathway() == other.pathway() && !one.equals(other)) {
                    return Optional.of("give `" + code(one.pathway()) + "` as `" + told(other) + "` and as `"
                            + told(one) + "`: one decision, two clocks or levels");
                }
            }
        }
        return Optional.empty();
    }

    private static String told(PathwayAdvice advice) {
        return (advice.level() == null ? "" : advice.level() + " ") + code(advice.urgency());
    }

    private static String code(Coded coded) {
        return coded.code();
    }
}
