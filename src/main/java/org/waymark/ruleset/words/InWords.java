package org.waymark.ruleset.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.ruleset.CheckedRules;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Rule;

/**
 * Rules as English sentences. Each is made from the rule tree and the catalogue's labels alone, so that it says what the
 * rule does, whatever its title or statement claims.
 */
public final class InWords {

    private static final String YES = "there is ";
    private static final String RECORD = "the record shows ";

    private final Names names;
    private final Conditions conditions;

    public InWords(CheckedRules rules) {
        this.names = new Names(rules);
        this.conditions = new Conditions(names);
    }

    /** What the rule set calls its things. */
    public Names names() {
        return names;
    }

    /** A clause that stands alone: {@code the record shows going missing at least 3 times in the last 30 days}. */
    public Phrase condition(Condition condition) {
        return conditions.of(condition);
    }

    /** All conditions, which must all hold, as one clause after "if". */
    public Phrase conditions(List<Condition> all) {
        List<Phrase> clauses = new ArrayList<>();
        String opening = "";
        for (Condition condition : all) {
            Phrase clause = condition(condition);
            String begins = opening(clause);
            clauses.add(!begins.isEmpty() && begins.equals(opening) ? without(begins, clause) : clause);
            opening = begins;
        }
        return Phrase.list(clauses, ", and ", ", and ");
    }

    /** How clauses begin of which the second in a row need not say it again. */
    private static String opening(Phrase clause) {
        return Stream.of(YES, RECORD)
                .filter(opening -> clause.text().startsWith(opening))
                .findFirst()
                .orElse("");
    }

    private static Phrase without(String opening, Phrase clause) {
        String rest = clause.parts().get(0).text().substring(opening.length());
        return Phrase.plain(rest)
                .then(new Phrase(clause.parts().subList(1, clause.parts().size())));
    }

    /** What follows, as requests: {@code refer to safeguarding within 24 hours; hold a strategy discussion}. */
    public Phrase conclusions(Conclusions given) {
        List<Phrase> requests = new ArrayList<>();
        List<PathwayAdvice> referrals = given.pathways().stream()
                .filter(advice -> advice.pathway() != Pathway.ENFORCEMENT)
                .toList();
        if (!referrals.isEmpty()) {
            requests.add(Phrase.plain("refer ").then(and(referrals.stream().map(this::pathway))));
        }
        given.pathways().stream()
                .filter(advice -> advice.pathway() == Pathway.ENFORCEMENT)
                .forEach(advice -> requests.add(Phrase.plain("have enforcement considered beside welfare ")
                        .then(Phrase.figure(Clocks.within(advice.urgency())))));
        given.actions().forEach(advice -> requests.add(action(advice)));
        if (!given.services().isEmpty()) {
            requests.add(Phrase.plain("offer ")
                    .then(and(given.services().stream().map(Given::service).map(Phrase::plain))));
        }
        if (!given.blocks().isEmpty()) {
            requests.add(Phrase.plain("block ")
                    .then(and(given.blocks().stream().map(Given::block).map(Phrase::plain))));
        }
        given.flags().forEach(flag -> requests.add(Phrase.plain("tell the reader that " + Given.flag(flag))));
        return Phrase.list(requests, "; ", "; ");
    }

    private static Phrase and(Stream<Phrase> phrases) {
        return Phrase.list(phrases.toList(), ", ", " and ");
    }

    /** A pathway as a rule gives it: {@code to MACE at level standard within one working day}. */
    private Phrase pathway(PathwayAdvice advice) {
        return Phrase.plain("to " + names.pathway(advice.pathway()) + " ").then(Phrase.figure(levelAndClock(advice)));
    }

    private static String levelAndClock(PathwayAdvice advice) {
        String level = advice.level() == null ? "" : "at level " + advice.level() + " ";
        return level + Clocks.within(advice.urgency());
    }

    /** Every clock that is given, with what it is for: {@code MACE at level standard within one working day}. */
    public List<String> clocks(Conclusions given) {
        Stream<String> pathways =
                given.pathways().stream().map(advice -> names.pathway(advice.pathway()) + " " + levelAndClock(advice));
        Stream<String> actions = given.actions().stream()
                .filter(advice -> advice.urgency() != null)
                .map(advice -> action(advice).text());
        return Stream.concat(pathways, actions).toList();
    }

    private static Phrase action(ActionAdvice advice) {
        Phrase what = Phrase.plain(Given.action(advice.action()));
        return advice.urgency() == null ? what : what.then(" ").then(Phrase.figure(Clocks.within(advice.urgency())));
    }

    /** The whole rule as one sentence. */
    public Phrase sentence(Rule rule) {
        return Phrase.plain("If ")
                .then(conditions(rule.conditions()))
                .then(", then ")
                .then(conclusions(rule.conclusions()))
                .then(".");
    }
}
