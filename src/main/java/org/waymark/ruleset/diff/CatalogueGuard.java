package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.RuleFiles;
import org.waymark.screening.rule.Place;

/**
 * Whether a rule set may come after another. What was recorded about a young person names factors by their ids, for
 * years: an id that is gone, or means something else, would change what was said about a child without anybody saying
 * it.
 *
 * @param faults each factor that is gone or was given another meaning, at its place in the candidate's
 *     {@code factors.csv}; with any of them the candidate may not come after the other
 * @param first what is allowed, and whoever approves must see before all else
 */
public record CatalogueGuard(List<RuleFault> faults, List<Entry> first) {

    public CatalogueGuard {
        faults = List.copyOf(faults);
        first = List.copyOf(first);
    }

    /**
     * Holds a candidate against the rule set it comes after.
     *
     * @param files of the candidate, for the places of its faults
     */
    public static CatalogueGuard of(CheckedRules before, CheckedRules candidate, RuleFiles files) {
        FactorLines lines = new FactorLines(files);
        List<RuleFault> faults = new ArrayList<>();
        for (Factor old : before.catalogue().factors()) {
            candidate
                    .catalogue()
                    .factor(old.id())
                    .ifPresentOrElse(
                            now -> faults.addAll(anotherMeaning(old, now, lines.of(old.id()))),
                            () -> faults.add(gone(old, before.catalogue(), candidate.catalogue(), lines)));
        }
        return new CatalogueGuard(
                faults.stream().sorted().toList(),
                RuleSetDiff.of(before, candidate).first());
    }

    /** Whether the candidate may come after the other. */
    public boolean ok() {
        return faults.isEmpty();
    }

    private static List<RuleFault> anotherMeaning(Factor old, Factor now, Place place) {
        return Stream.of(FactorField.values())
                .filter(FactorField::isFixed)
                .filter(field -> !field.of(old).equals(field.of(now)))
                .map(field -> new RuleFault(
                        place,
                        "column `" + field.column() + "`: `" + now.id() + "` has `" + field.of(now)
                                + "`, and the rule set before it `" + field.of(old)
                                + "`, so that what is recorded would mean something else",
                        "put `" + field.of(old) + "` back, and add a factor with an id of its own"))
                .toList();
    }

    private static RuleFault gone(Factor old, Catalogue before, Catalogue candidate, FactorLines lines) {
        Optional<Factor> renamed = candidate.factors().stream()
                .filter(factor -> before.factor(factor.id()).isEmpty())
                .filter(factor -> factor.definition().equals(old.definition()))
                .findFirst();
        return new RuleFault(
                renamed.map(factor -> lines.of(factor.id())).orElse(lines.of(old.id())),
                "`" + old.id() + "` (" + old.label() + ") is gone, and what is recorded names it",
                renamed.map(factor ->
                                "was it renamed to `" + factor.id() + "`? A factor keeps its id, its label may change")
                        .orElse("put its row back: no rule needs to read it"));
    }
}
