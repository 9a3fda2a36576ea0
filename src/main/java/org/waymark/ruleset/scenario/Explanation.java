package org.waymark.ruleset.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waymark.ruleset.RuleFault;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Rule;

/** Why an expectation of a whole case does not hold: what came out instead, and the rules that are to be looked at. */
final class Explanation {

    /** More lines of rules than this nobody reads through. */
    private static final int SHOWN = 3;

    private static final String INDENT = "    ";

    private final Screening screening;
    private final Expectation expectation;
    private final List<String> lines = new ArrayList<>();

    Explanation(Screening screening, Expectation expectation) {
        this.screening = screening;
        this.expectation = expectation;
    }

    List<String> lines() {
        lines.add(INDENT + expectation.of().cameOut() + screening.cameOut(expectation.of()));
        if (expectation.of() == Expectation.Of.QUESTION) {
            question();
        } else if (expectation.of() == Expectation.Of.RULE) {
            ruleItself();
        } else if (expectation.never()) {
            flagStatement();
            fired("given by:", firing -> Given.gives(firing.conclusions(), expectation, screening.manifest()));
        } else if (expectation.of() == Expectation.Of.PRIMARY) {
            leading();
        } else if (expectation.of() != Expectation.Of.SUMMARY) {
            missing();
        }
        return lines;
    }

    private void question() {
        screening.withQuestions().questions().stream()
                .filter(one -> one.factor().equals(expectation.code()))
                .map(Question::question)
                .forEach(text -> lines.add(INDENT + "asked: " + text));
        lines.add(INDENT + "answer to " + expectation.code() + ": "
                + Operands.answer(screening.pass().file(), expectation.code()));
    }

    private void flagStatement() {
        if (expectation.of() == Expectation.Of.FLAG) {
            screening.outcome().flags().stream()
                    .filter(one -> one.flag().code().equals(expectation.code()))
                    .forEach(one -> lines.add(INDENT + "it says: " + one.statement()));
        }
    }

    private void ruleItself() {
        List<Rule> meant = rules(rule ->
                        rule.id().equals(expectation.code()) || rule.family().equals(expectation.code()))
                .filter(rule -> !expectation.never() || fired(rule))
                .toList();
        show(nearest(meant.stream(), trace -> true));
        if (meant.isEmpty()) {
            lines.add(INDENT + expectation.code() + " holds in every rule set, and no rule file says when");
        }
    }

    private boolean fired(Rule rule) {
        return screening.pass().firings().stream()
                .anyMatch(firing -> firing.rule().id().equals(rule.id()));
    }

    private void leading() {
        String leads = screening.primary();
        boolean behind = screening.pass().verdict().pathways().keySet().stream()
                .anyMatch(pathway -> pathway.code().equals(expectation.code()));
        if (behind || expectation.code().equals(Outcome.UNIVERSAL)) {
            Expectation first =
                    new Expectation(expectation.place(), Expectation.Of.PATHWAY, leads, Speed.ANY, expectation.never());
            fired("what leads is given by:", firing -> Given.gives(firing.conclusions(), first, screening.manifest()));
        } else {
            missing();
        }
    }

    private void missing() {
        Optional<Speed> cameOut = screening.speed(expectation);
        if (cameOut.filter(this::isMore).isPresent()) {
            fired("made so by:", firing -> isMadeBy(firing, cameOut.get()));
            return;
        }
        int before = lines.size();
        fired(
                cameOut.isPresent()
                        ? "made slower, as it rests on a day that nobody gave:"
                        : "asked for, and taken away by what holds in every rule set:",
                firing -> Given.gives(firing.rule().conclusions(), expectation, screening.manifest()));
        if (lines.size() == before) {
            nearest();
        }
    }

    /** Whether what came out is higher or sooner than expected, and not lower or later. */
    private boolean isMore(Speed cameOut) {
        Speed atLeast =
                new Speed(expectation.speed().level(), expectation.speed().urgency(), true);
        return atLeast.holds(screening.manifest(), cameOut.level(), cameOut.urgency());
    }

    private boolean isMadeBy(Firing firing, Speed cameOut) {
        boolean sameLevel = Objects.equals(cameOut.level(), expectation.speed().level());
        Speed made = sameLevel || cameOut.level() == null
                ? new Speed(null, cameOut.urgency(), false)
                : new Speed(cameOut.level(), null, false);
        return Given.gives(firing.conclusions(), expectation.with(made), screening.manifest());
    }

    private void nearest() {
        List<Trace> near = nearest(
                rules(rule -> Given.gives(rule.conclusions(), expectation, screening.manifest())),
                trace -> trace.steps().stream().anyMatch(Trace.Step::partly));
        lines.add(INDENT
                + (near.isEmpty()
                        ? "no line that gives it reads anything that is known"
                        : "nearest lines that give it:"));
        show(near);
    }

    private Stream<Rule> rules(Predicate<Rule> which) {
        return screening.screener().ruleSet().rules().stream().filter(which);
    }

    private List<Trace> nearest(Stream<Rule> rules, Predicate<Trace> which) {
        return rules.map(rule -> Trace.of(rule, screening.pass()))
                .filter(which)
                .sorted(Comparator.comparingInt(Trace::unmet)
                        .thenComparing(trace -> trace.unmet() - trace.steps().size())
                        .thenComparing(trace -> trace.rule().id()))
                .limit(SHOWN)
                .toList();
    }

    private void fired(String heading, Predicate<Firing> which) {
        List<Rule> rules = screening.pass().firings().stream()
                .filter(which)
                .map(Firing::rule)
                .distinct()
                .sorted(Comparator.comparing(Rule::id))
                .toList();
        if (!rules.isEmpty()) {
            lines.add(INDENT + heading);
            show(rules.stream()
                    .limit(SHOWN)
                    .map(rule -> Trace.of(rule, screening.pass()))
                    .toList());
            if (rules.size() > SHOWN) {
                lines.add(INDENT + "and by "
                        + String.join(
                                ", ", rules.stream().skip(SHOWN).map(Rule::id).toList()));
            }
        }
    }

    private void show(List<Trace> traces) {
        for (Trace trace : traces) {
            Rule rule = trace.rule();
            lines.add(INDENT + rule.id() + "  " + rule.title() + " (" + RuleFault.where(rule.place()) + ")");
            lines.addAll(trace.lines(INDENT + INDENT));
        }
    }
}
