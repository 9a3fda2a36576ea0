package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.screening.Pass;
import org.waymark.screening.Verdict;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Rule;

/** Puts into words what came out of a screening, and what another one lost against it. */
final class Telling {

    private static final int FEW = 6;

    private Telling() {}

    /** The result: {@code safeguarding same-day by SG-12; the whole same-day}. */
    static String result(Pass pass) {
        Verdict verdict = pass.verdict();
        List<String> parts = new ArrayList<>();
        verdict.pathways()
                .forEach((pathway, path) -> parts.add(named(pathway, path) + " by " + String.join(", ", path.rules())));
        if (parts.isEmpty()) {
            parts.add("no pathway");
        }
        verdict.actions().entrySet().stream()
                .filter(entry ->
                        verdict.urgency().equals(Optional.of(entry.getValue().urgency()))
                                && !verdict.urgency().equals(verdict.pathwayUrgency()))
                .forEach(entry -> parts.add(entry.getKey().code() + " "
                        + entry.getValue().urgency().code() + " by "
                        + String.join(", ", entry.getValue().rules())));
        return String.join("; ", parts);
    }

    private static String named(Pathway pathway, Verdict.Path path) {
        return pathway.code() + " " + (path.level() == null ? "" : path.level() + " ")
                + path.urgency().code();
    }

    /** What was lost, of the pathway that lost something or, where none did, of the whole. */
    static String lost(Verdict before, Verdict after, Optional<Pathway> pathway) {
        if (pathway.isEmpty()) {
            return "the whole is slower: " + whole(before) + " became " + whole(after);
        }
        Verdict.Path was = before.pathways().get(pathway.get());
        Verdict.Path is = after.pathways().get(pathway.get());
        String code = pathway.get().code();
        if (is == null || was == null) {
            return code + " is gone";
        }
        return was.urgency().isAtLeast(is.urgency()) && was.urgency() != is.urgency()
                ? code + " is slower: " + was.urgency().code() + " became "
                        + is.urgency().code()
                : code + " falls in level: " + was.level() + " became " + (is.level() == null ? "none" : is.level());
    }

    private static String whole(Verdict verdict) {
        return verdict.urgency().map(urgency -> urgency.code()).orElse("nothing to do");
    }

    /** The rules and guards that fired in one screening and not in the other, by id. */
    static SortedMap<String, Rule> only(Pass in, Pass notIn) {
        SortedMap<String, Rule> only = new TreeMap<>();
        for (Firing firing : in.firings()) {
            only.put(firing.rule().id(), firing.rule());
        }
        only.keySet().removeAll(notIn.fired());
        return only;
    }

    /** Rules by id, title and place, a few of them. */
    static String named(Map<String, Rule> rules) {
        String few = rules.values().stream().limit(FEW).map(Telling::named).collect(Collectors.joining("; "));
        return rules.isEmpty() ? "none" : rules.size() <= FEW ? few : few + "; and " + (rules.size() - FEW) + " more";
    }

    static String named(Rule rule) {
        return rule.id() + " " + rule.title() + " (" + rule.place() + ")";
    }
}
