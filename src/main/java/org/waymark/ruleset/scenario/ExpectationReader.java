package org.waymark.ruleset.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.assessment.Factor;
import org.waymark.screening.Guards;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/** Reads what must come out at a contact, and what must not. */
final class ExpectationReader {

    private static final String NONE = "none";

    private final Items items;
    private final List<String> rules;
    private final List<String> factors;

    ExpectationReader(RuleSet ruleSet) {
        items = new Items(ruleSet.manifest());
        Collection<String> named =
                Guards.asRules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        ruleSet.rules().forEach((Rule rule) -> named.addAll(List.of(rule.id(), rule.family())));
        rules = List.copyOf(named);
        factors = ruleSet.catalogue().factors().stream().map(Factor::id).toList();
    }

    /** What stands under {@code expect} and {@code never} of a contact or case. */
    List<Expectation> read(Keys contact) {
        List<Expectation> expectations = new ArrayList<>();
        contact.get("expect").ifPresent(at -> read(at, false, expectations));
        contact.get("never").ifPresent(at -> read(at, true, expectations));
        return expectations;
    }

    private void read(At at, boolean never, List<Expectation> into) {
        Keys.of(at, "what comes out, such as `primary: safeguarding`,", Expectation.Of.keys())
                .ifPresent(keys -> keys.all()
                        .forEach((key, value) -> Expectation.Of.of(key).ifPresent(of -> read(value, of, never, into))));
    }

    private void read(At at, Expectation.Of of, boolean never, List<Expectation> into) {
        List<At> all = items.all(at, "a list");
        if (all.isEmpty()) {
            at.fault(
                    "an empty list of " + of.key() + " says nothing",
                    "take it out, or name under `never:` what must not come out");
        }
        all.forEach(one -> read(one, of, never).ifPresent(into::add));
    }

    private Optional<Expectation> read(At at, Expectation.Of of, boolean never) {
        if (of == Expectation.Of.SUMMARY) {
            return at.text("a text").map(text -> new Expectation(at.place(), of, text, Speed.ANY, never));
        }
        if (of == Expectation.Of.URGENCY) {
            return urgency(at, never);
        }
        boolean pathway = of == Expectation.Of.PATHWAY;
        return items.item(at, of.singular(), codes(of), pathway, pathway || of == Expectation.Of.ACTION)
                .map(item -> new Expectation(at.place(), of, item.code(), item.speed(), never));
    }

    private Optional<Expectation> urgency(At at, boolean never) {
        Optional<String> text = at.text("an urgency");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean none = text.get().equals(NONE);
        List<String> words = none ? List.of() : Arrays.asList(text.get().split("\\s+"));
        return items.speed(at, words, false, true)
                .map(speed -> new Expectation(at.place(), Expectation.Of.URGENCY, none ? NONE : "", speed, never));
    }

    private List<String> codes(Expectation.Of of) {
        return switch (of) {
            case PRIMARY ->
                Stream.concat(GivesReader.codes(Pathway.class).stream(), Stream.of(Outcome.UNIVERSAL))
                        .toList();
            case PATHWAY -> GivesReader.codes(Pathway.class);
            case SERVICE -> GivesReader.codes(Service.class);
            case ACTION -> GivesReader.codes(Action.class);
            case BLOCK -> GivesReader.codes(Block.class);
            case FLAG -> GivesReader.codes(Flag.class);
            case QUESTION -> factors;
            case RULE -> rules;
            case URGENCY, SUMMARY -> List.of();
        };
    }
}
