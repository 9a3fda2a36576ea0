package org.waymark.pages.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetInForce.Ready;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/**
 * What the record of algorithmic transparency says of the rules in force, each figure counted in them now.
 *
 * @param sets every rule set that is in force, the one for everywhere first
 * @param domains the factors of the first of them, by the part of life they belong to
 * @param pathways what it can recommend, as it names them, and on what legal basis
 * @param services which it can offer, by code
 */
record TransparencyRecord(
        List<InForce> sets, SortedMap<String, List<String>> domains, List<Pathway> pathways, List<String> services) {

    /**
     * One rule set.
     *
     * @param areas for which, {@code *} for all that have none of their own
     * @param lines of rules; a rule has one or more
     * @param questions factors that may be observed
     * @param raising factors that may only ever raise a result
     * @param sources that its rules name, each wording once
     */
    record InForce(
            List<String> areas,
            String name,
            String hash,
            Instant since,
            int rules,
            int lines,
            int questions,
            long raising,
            int services,
            int sources) {}

    record Pathway(String name, String legalBasis) {}

    /** @throws RuleSetInForce.NoRuleSet where none is in force */
    static TransparencyRecord of(RuleSetInForce inForce) {
        RuleSet first = inForce.require().ruleSet();
        Map<String, List<String>> areas = new TreeMap<>();
        List<Ready> sets = new ArrayList<>();
        inForce.all().forEach((area, ready) -> {
            List<String> of = areas.computeIfAbsent(ready.ruleSet().hash(), none -> new ArrayList<>());
            if (of.isEmpty()) {
                sets.add(ready);
            }
            of.add(area);
        });
        return new TransparencyRecord(
                sets.stream()
                        .map(ready ->
                                set(ready, areas.getOrDefault(ready.ruleSet().hash(), List.of())))
                        .toList(),
                domains(first),
                first.manifest().pathwayNames().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> new Pathway(
                                one.getValue(), first.manifest().legalBases().getOrDefault(one.getKey(), "")))
                        .toList(),
                services(first));
    }

    private static InForce set(Ready ready, List<String> areas) {
        RuleSet set = ready.ruleSet();
        return new InForce(
                areas,
                set.name(),
                set.hash(),
                ready.since(),
                (int) set.rules().stream().map(Rule::family).distinct().count(),
                set.rules().size(),
                set.catalogue().factors().size(),
                set.catalogue().factors().stream().filter(Factor::raiseOnly).count(),
                services(set).size(),
                (int) set.rules().stream().map(Rule::source).distinct().count());
    }

    private static List<String> services(RuleSet set) {
        return List.copyOf(set.rules().stream()
                .flatMap(rule -> rule.conclusions().services().stream())
                .map(service -> service.code())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static SortedMap<String, List<String>> domains(RuleSet set) {
        return set.catalogue().factors().stream()
                .collect(Collectors.groupingBy(
                        Factor::domain, TreeMap::new, Collectors.mapping(Factor::label, Collectors.toList())));
    }
}
