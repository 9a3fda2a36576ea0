package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.Verdict;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Rule;

/** Shows each counterexample to the screener itself, and puts what it sees into words. */
final class Confirming {

    private final ValueSpace space;
    private final Strength strength;
    private final Screener screener;

    Confirming(ValueSpace space, Screener screener) {
        this.space = space;
        this.strength = space.strength();
        this.screener = screener;
    }

    /** One finding for each set of rules that break a promise together, the smallest case of them all. */
    List<Finding> findings(Tried tried) {
        Map<String, Finding> byCulprits = new LinkedHashMap<>();
        tried.breaches().values().stream()
                .sorted(java.util.Comparator.<Tried.Kind, Promise>comparing(
                                kind -> kind.smallest().about().promise())
                        .thenComparing(kind -> kind.smallest().after())
                        .thenComparing(kind -> kind.smallest().about()))
                .forEach(kind -> {
                    Finding finding = finding(kind);
                    byCulprits.merge(finding.promise() + " " + finding.rules(), finding, Confirming::together);
                });
        return List.copyOf(byCulprits.values());
    }

    private static Finding together(Finding first, Finding more) {
        return new Finding(
                first.promise(),
                first.says(),
                first.details(),
                first.rules(),
                first.assessment(),
                first.comparedWith(),
                first.cases() + more.cases());
    }

    private Finding finding(Tried.Kind kind) {
        Breach breach = kind.smallest();
        Situation before = breach.before();
        return before == null ? alone(breach, kind.cases()) : compared(breach, before, kind.cases());
    }

    private Pass pass(Situation situation) {
        return screener.pass(situation.assessment(space), List.of());
    }

    private Finding alone(Breach breach, long cases) {
        Pass pass = pass(breach.after());
        Promise promise = breach.about().promise();
        if (keeps(promise, pass)) {
            throw disagreement(breach);
        }
        SortedMap<String, Rule> all = new TreeMap<>();
        pass.firings().forEach(firing -> all.put(firing.rule().id(), firing.rule()));
        return new Finding(
                promise,
                "A case does not keep a promise: " + breach.after().says(space),
                List.of("came out: " + Telling.result(pass), "fired: " + Telling.named(all)),
                List.copyOf(all.keySet()),
                ExampleJson.write(breach.after().assessment(space)),
                "",
                cases);
    }

    private boolean keeps(Promise promise, Pass pass) {
        Verdict verdict = pass.verdict();
        return switch (promise) {
            case ENFORCEMENT_NEVER_ALONE ->
                pass.circumstances().adult()
                        || !verdict.pathways().keySet().equals(java.util.Set.of(Pathway.ENFORCEMENT));
            case NO_ENFORCEMENT_UNDER_10 ->
                !verdict.has(Pathway.ENFORCEMENT)
                        || (pass.circumstances().ageKnown()
                                && !pass.circumstances().under10());
            case NRM_BESIDE_SAFEGUARDING ->
                !verdict.actions().containsKey(Action.NRM_REFERRAL) || verdict.has(Pathway.SAFEGUARDING);
            case IMMEDIATE_HARM_NEVER_UNIVERSAL ->
                pass.circumstances().immediateHarm().isEmpty()
                        || !verdict.pathways().isEmpty();
            default -> throw new IllegalArgumentException("not about one case by itself: " + promise);
        };
    }

    private Finding compared(Breach breach, Situation lesser, long cases) {
        Pass before = pass(lesser);
        Pass after = pass(breach.after());
        long lost = lost(breach, before.verdict(), after.verdict());
        if (lost == 0) {
            throw disagreement(breach);
        }
        SortedMap<String, Rule> onlyBefore = Telling.only(before, after);
        SortedMap<String, Rule> onlyAfter = Telling.only(after, before);
        String loses = Telling.lost(before.verdict(), after.verdict(), strength.firstLost(lost));
        return new Finding(
                breach.about().promise(),
                says(breach) + " lowers the result: " + loses,
                List.of(
                        "before, " + lesser.says(space) + ": " + Telling.result(before),
                        "after, " + breach.after().says(space) + ": " + Telling.result(after),
                        "fired before and no longer: " + Telling.named(onlyBefore),
                        "fires instead: " + Telling.named(onlyAfter)),
                culprits(onlyBefore, onlyAfter, lost),
                ExampleJson.write(breach.after().assessment(space)),
                ExampleJson.write(lesser.assessment(space)),
                cases);
    }

    private long lost(Breach breach, Verdict before, Verdict after) {
        boolean ageAside = breach.about().aspect() == Breach.About.AGE
                && !space.ages().get(breach.about().to()).isKnown();
        return strength.lost(
                ageAside ? strength.withoutEnforcement(before) : strength.of(before),
                strength.of(after),
                settles(breach.about()));
    }

    private boolean settles(Breach.About about) {
        return about.aspect() >= 0
                && java.util.Arrays.stream(space.aspects().get(about.aspect()).steps())
                        .anyMatch(step -> step.from() == about.from() && step.to() == about.to() && step.settles());
    }

    private String says(Breach breach) {
        Breach.About about = breach.about();
        if (about.aspect() == Breach.About.AGE) {
            return "Not to know the age, or its day,";
        }
        Aspect aspect = space.aspects().get(about.aspect());
        return "`" + aspect.name() + "`, turned from "
                + aspect.values().get(about.from()).says() + " to "
                + aspect.values().get(about.to()).says() + ",";
    }

    /** The rules that gave what is gone; where none of them fell silent, those that took something away. */
    private List<String> culprits(SortedMap<String, Rule> onlyBefore, SortedMap<String, Rule> onlyAfter, long lost) {
        List<String> gave = new ArrayList<>();
        onlyBefore.forEach((id, rule) -> {
            if ((strength.of(rule.conclusions()) & lost) != 0) {
                gave.add(id);
            }
        });
        return !gave.isEmpty() ? gave : List.copyOf(onlyBefore.isEmpty() ? onlyAfter.keySet() : onlyBefore.keySet());
    }

    private IllegalStateException disagreement(Breach breach) {
        return new IllegalStateException("the safety search and the screener disagree about "
                + Optional.ofNullable(breach.before())
                        .map(before -> before.says(space) + " and ")
                        .orElse("")
                + breach.after().says(space) + ": " + breach.about().promise());
    }
}
