package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        tried.kinds().stream()
                .sorted(Comparator.<Tried.Kind, Promise>comparing(
                                kind -> kind.smallest().about().promise())
                        .thenComparing(Tried.Kind::smallest, Breach.SMALLEST))
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
                pass.circumstances().adult() || !verdict.pathways().keySet().equals(Set.of(Pathway.ENFORCEMENT));
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
        Optional<Step> step = step(breach.about());
        Situation.Shown first = shown(lesser, breach.about(), step.map(Step::lesser));
        Situation.Shown second = shown(breach.after(), breach.about(), step.map(Step::greater));
        Pass before = screener.pass(first.assessment(), List.of());
        Pass after = screener.pass(second.assessment(), List.of());
        long lost = lost(breach.about(), step.isPresent() && step.get().settles(), before.verdict(), after.verdict());
        if (lost == 0) {
            throw disagreement(breach);
        }
        SortedMap<String, Rule> onlyBefore = Telling.only(before, after);
        SortedMap<String, Rule> onlyAfter = Telling.only(after, before);
        return new Finding(
                breach.about().promise(),
                says(breach.about(), step) + " lowers the result: "
                        + Telling.lost(before.verdict(), after.verdict(), strength.firstLost(lost)),
                List.of(
                        "with " + first.says() + ": " + Telling.result(before),
                        "with " + second.says() + ": " + Telling.result(after),
                        "fires in the first alone: " + Telling.named(onlyBefore),
                        "fires in the second alone: " + Telling.named(onlyAfter)),
                culprits(onlyBefore, onlyAfter, lost),
                ExampleJson.write(second.assessment()),
                ExampleJson.write(first.assessment()),
                cases);
    }

    private Situation.Shown shown(Situation situation, Breach.About about, Optional<Value> meant) {
        return situation.as(
                space, meant.map(value -> Map.of(about.aspect(), value)).orElse(Map.of()));
    }

    /** The step between two values that a breach is about; nothing where the age is what changed. */
    private Optional<Step> step(Breach.About about) {
        return about.aspect() < 0
                ? Optional.empty()
                : Arrays.stream(space.aspects().get(about.aspect()).steps())
                        .filter(step -> step.promise() == about.promise())
                        .filter(step -> step.from() == about.from() && step.to() == about.to())
                        .findFirst();
    }

    private long lost(Breach.About about, boolean settles, Verdict before, Verdict after) {
        boolean ageAside = about.aspect() == Breach.About.AGE
                && !space.ages().get(about.to()).isKnown();
        return strength.lost(
                ageAside ? strength.withoutEnforcement(before) : strength.of(before), strength.of(after), settles);
    }

    private String says(Breach.About about, Optional<Step> step) {
        if (step.isEmpty()) {
            return space.ages().get(about.to()).isKnown() ? "To know the age in years alone" : "Not to know the age";
        }
        return "`" + space.aspects().get(about.aspect()).name() + "`, turned from "
                + step.get().lesser().says() + " to " + step.get().greater().says() + ",";
    }

    /** The rules that gave what is gone; where none of them fell silent, those that took something away. */
    private List<String> culprits(SortedMap<String, Rule> onlyBefore, SortedMap<String, Rule> onlyAfter, long lost) {
        List<String> gave = new ArrayList<>();
        onlyBefore.forEach((id, rule) -> {
            if ((strength.alone(rule.conclusions()) & lost) != 0) {
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
