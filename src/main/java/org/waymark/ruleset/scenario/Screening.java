package org.waymark.ruleset.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Coded;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.Verdict;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;

/** What comes out at one contact. What costs time, the words and above all the questions, is done when it is asked for. */
final class Screening {

    private final Screener screener;
    private final Assessment assessment;
    private final List<Assessment> earlier;
    private final Pass pass;
    private @Nullable Outcome outcome;
    private @Nullable Outcome withQuestions;

    Screening(Screener screener, Assessment assessment, List<Assessment> earlier) {
        this.screener = screener;
        this.assessment = assessment;
        this.earlier = earlier;
        this.pass = screener.pass(assessment, earlier);
    }

    Pass pass() {
        return pass;
    }

    Screener screener() {
        return screener;
    }

    Outcome outcome() {
        if (outcome == null) {
            outcome = screener.screenWithoutQuestions(assessment, earlier);
        }
        return outcome;
    }

    Outcome withQuestions() {
        if (withQuestions == null) {
            withQuestions = screener.screen(assessment, earlier);
        }
        return withQuestions;
    }

    boolean holds(Expectation expectation) {
        return comesOut(expectation) != expectation.never();
    }

    private boolean comesOut(Expectation expectation) {
        Verdict verdict = pass.verdict();
        return switch (expectation.of()) {
            case PRIMARY -> primary().equals(expectation.code());
            case URGENCY -> isUrgent(expectation, verdict.urgency());
            case PATHWAY -> pathway(expectation).isPresent();
            case SERVICE -> has(verdict.services(), expectation);
            case ACTION -> action(expectation).isPresent();
            case BLOCK -> has(verdict.blocks(), expectation);
            case FLAG ->
                outcome().flags().stream().anyMatch(one -> one.flag().code().equals(expectation.code()));
            case QUESTION ->
                withQuestions().questions().stream()
                        .anyMatch(one -> one.factor().equals(expectation.code()));
            case RULE ->
                pass.firings().stream()
                        .map(firing -> firing.rule())
                        .anyMatch(rule -> rule.id().equals(expectation.code())
                                || rule.family().equals(expectation.code()));
            case SUMMARY -> outcome().summary().contains(expectation.code());
        };
    }

    /** The code of the pathway that leads, as an outcome has it. */
    String primary() {
        return pass.verdict().pathways().keySet().stream()
                .findFirst()
                .map(Coded::code)
                .orElse(Outcome.UNIVERSAL);
    }

    private boolean isUrgent(Expectation expectation, Optional<Urgency> urgency) {
        if (!expectation.code().isEmpty()) {
            return urgency.isEmpty();
        }
        return expectation.speed().holds(manifest(), null, urgency.orElse(null));
    }

    private Optional<Verdict.Path> pathway(Expectation expectation) {
        return Coded.of(Pathway.class, expectation.code())
                .map(pathway -> pass.verdict().pathways().get(pathway))
                .filter(path -> expectation.speed().holds(manifest(), path.level(), path.urgency()));
    }

    private Optional<Verdict.Act> action(Expectation expectation) {
        return Coded.of(Action.class, expectation.code())
                .map(action -> pass.verdict().actions().get(action))
                .filter(act -> expectation.speed().holds(manifest(), null, act.urgency()));
    }

    /** At what level and how soon it came out; nothing where it did not, or where neither can be said of it. */
    Optional<Speed> speed(Expectation expectation) {
        Expectation any = expectation.with(Speed.ANY);
        return switch (expectation.of()) {
            case PATHWAY -> pathway(any).map(path -> new Speed(path.level(), path.urgency(), false));
            case ACTION -> action(any).map(act -> new Speed(null, act.urgency(), false));
            case URGENCY -> pass.verdict().urgency().map(urgency -> new Speed(null, urgency, false));
            default -> Optional.empty();
        };
    }

    private static boolean has(Map<? extends Coded, ?> found, Expectation expectation) {
        return found.keySet().stream().anyMatch(one -> one.code().equals(expectation.code()));
    }

    Manifest manifest() {
        return screener.ruleSet().manifest();
    }

    /** All that came out of what an expectation speaks of, as one line. */
    String cameOut(Expectation.Of of) {
        Verdict verdict = pass.verdict();
        String found = switch (of) {
            case PRIMARY -> primary();
            case URGENCY -> verdict.urgency().map(Coded::code).orElse("none");
            case PATHWAY ->
                verdict.pathways().entrySet().stream()
                        .map(one -> Words.result(
                                        one.getKey(),
                                        one.getValue().level(),
                                        one.getValue().urgency())
                                + by(one.getValue().rules()))
                        .collect(Collectors.joining(", "));
            case SERVICE -> byRules(verdict.services());
            case ACTION ->
                verdict.actions().entrySet().stream()
                        .map(one ->
                                Words.result(one.getKey(), null, one.getValue().urgency())
                                        + by(one.getValue().rules()))
                        .collect(Collectors.joining(", "));
            case BLOCK -> byRules(verdict.blocks());
            case FLAG ->
                outcome().flags().stream()
                        .map(one -> one.flag().code() + by(one.rules()))
                        .collect(Collectors.joining(", "));
            case QUESTION ->
                withQuestions().questions().stream().map(one -> one.factor()).collect(Collectors.joining(", "));
            case RULE -> String.join(", ", pass.fired());
            case SUMMARY -> outcome().summary();
        };
        return found.isEmpty() ? "none" : found;
    }

    private static String byRules(Map<? extends Coded, ? extends Collection<String>> found) {
        return found.entrySet().stream()
                .map(one -> one.getKey().code() + by(one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String by(Collection<String> rules) {
        return rules.isEmpty() ? "" : " (" + String.join(", ", rules) + ")";
    }
}
