package org.waymark.ruleset.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.diff.FactorLines;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AnsweredCondition.Kind;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;

/** Lines that give enforcement or MACE for what stands in for who a child is, and things of the catalogue named after it. */
final class ProxyUse {

    private final Catalogue catalogue;
    private final Implication implication;
    private final List<Rule> rules;
    private final Giving giving;

    ProxyUse(List<Rule> rules, Catalogue catalogue, Manifest manifest, Implication implication) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.implication = implication;
        this.giving = new Giving(manifest);
    }

    List<Finding> findings(FactorLines lines) {
        return Stream.concat(rules.stream().flatMap(rule -> ofRule(rule).stream()), ofCatalogue(lines).stream())
                .toList();
    }

    private Optional<Finding> ofRule(Rule rule) {
        if (rule.conclusions().gives(Pathway.ENFORCEMENT)) {
            return named(rule).stream()
                    .filter(factor -> Proxies.sensitive(factor).isPresent())
                    .findFirst()
                    .map(factor -> finding(
                            rule,
                            Severity.FAULT,
                            "gives enforcement and reads `" + factor.id() + "`, which stands for "
                                    + Proxies.sensitive(factor).orElseThrow(),
                            "let enforcement rest on what police or a court found"));
        }
        return mace(rule).flatMap(advice -> maceFor(rule, advice));
    }

    private static Optional<PathwayAdvice> mace(Rule rule) {
        return rule.conclusions().pathways().stream()
                .filter(advice -> advice.pathway() == Pathway.MACE)
                .findFirst();
    }

    private Optional<Finding> maceFor(Rule rule, PathwayAdvice advice) {
        if (rule.conditions().stream().anyMatch(AreaCondition.class::isInstance)) {
            return Optional.of(finding(
                    rule,
                    Severity.WARNING,
                    "gives MACE to children of some areas and not of others",
                    "let an area decide which services there are, not which child is referred"));
        }
        if (giving.rank(advice) > 0 && isMetByProxiesAlone(rule)) {
            return Optional.of(finding(
                    rule,
                    Severity.WARNING,
                    "gives MACE at `" + advice.level() + "` where nothing is known but " + stands(proxies(rule)),
                    "ask for a sign of harm or exploitation as well, or give the lowest level"));
        }
        Set<String> named = new TreeSet<>();
        named(rule).stream()
                .map(Factor::id)
                .filter(id -> Proxies.standsFor(id).isPresent())
                .forEach(named::add);
        return named.isEmpty() ? Optional.empty() : Optional.of(beside(rule, advice, named));
    }

    /** A proxy beside something else: it may be what makes MACE sooner or higher, or what brings it at all. */
    private Finding beside(Rule rule, PathwayAdvice advice, Set<String> named) {
        List<Condition> rest = rule.conditions().stream()
                .filter(condition -> factor(condition).filter(named::contains).isEmpty())
                .toList();
        Optional<Rule> without = rules.stream()
                .filter(other -> other.stage() == rule.stage() && mace(other).isPresent())
                .filter(other -> !rest.isEmpty() && implication.implies(rest, other.conditions()))
                .min(Comparator.comparing(
                                (Rule other) -> mace(other).orElseThrow().urgency())
                        .thenComparing(other -> -giving.rank(mace(other).orElseThrow())));
        boolean faster = without.flatMap(ProxyUse::mace)
                .filter(other ->
                        !other.urgency().isAtLeast(advice.urgency()) || giving.rank(other) < giving.rank(advice))
                .isPresent();
        return finding(
                rule,
                faster ? Severity.WARNING : Severity.NOTE,
                faster
                        ? "gives MACE sooner or higher than `"
                                + without.orElseThrow().id() + "` does without it, for " + stands(named)
                        : "gives MACE and reads " + stands(named),
                "make sure that a sign of harm or exploitation carries it");
    }

    private Finding finding(Rule rule, Severity severity, String what, String fix) {
        return Finding.of(
                FindingKind.SENSITIVE_PROXY,
                severity,
                List.of(rule.id()),
                rule.place(),
                "`" + rule.id() + "` " + what,
                fix);
    }

    private static String stands(Set<String> proxies) {
        return proxies.stream()
                .map(id -> "`" + id + "` (" + Proxies.standsFor(id).orElse("") + ")")
                .collect(Collectors.joining(", "));
    }

    private List<Factor> named(Rule rule) {
        return rule.conditions().stream()
                .flatMap(condition -> factor(condition).flatMap(catalogue::factor).stream())
                .toList();
    }

    private static Optional<String> factor(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            return Optional.of(answered.factor());
        } else if (condition instanceof EventCondition event) {
            return Optional.of(event.factor());
        }
        return condition instanceof FigureCondition figure ? Optional.of(figure.factor()) : Optional.empty();
    }

    /** Whether a case of which nothing is said but proxies can meet all conditions. */
    private boolean isMetByProxiesAlone(Rule rule) {
        return rule.conditions().stream().allMatch(one -> isNoSign(one) || isMetByProxies(one))
                && rule.conditions().stream().anyMatch(this::isMetByProxies);
    }

    /** A condition that says nothing of what happened to a child or what it did. */
    private static boolean isNoSign(Condition condition) {
        return condition instanceof AgedCondition
                || condition instanceof ContactCondition
                || condition instanceof RecommendedCondition
                || (condition instanceof AnsweredCondition answered && answered.kind() == Kind.NOT_YES);
    }

    private boolean isMetByProxies(Condition condition) {
        if (condition instanceof CountCondition count) {
            List<Factor> members = proxiesIn(count.group());
            return members.size() >= count.factors()
                    && members.stream().map(Factor::domain).distinct().count() >= count.domains();
        }
        boolean no = condition instanceof AnsweredCondition answered
                && (answered.kind() == Kind.NO || answered.kind() == Kind.NOT_YES);
        return !no && factor(condition).flatMap(Proxies::standsFor).isPresent();
    }

    private List<Factor> proxiesIn(String group) {
        return catalogue.group(group).stream()
                .filter(factor -> Proxies.standsFor(factor).isPresent())
                .map(catalogue::require)
                .toList();
    }

    private Set<String> proxies(Rule rule) {
        Set<String> proxies = new TreeSet<>();
        for (Condition condition : rule.conditions()) {
            factor(condition).filter(id -> Proxies.standsFor(id).isPresent()).ifPresent(proxies::add);
            if (condition instanceof CountCondition count) {
                proxiesIn(count.group()).forEach(factor -> proxies.add(factor.id()));
            }
        }
        return proxies;
    }

    private List<Finding> ofCatalogue(FactorLines lines) {
        List<Finding> findings = new ArrayList<>();
        for (Factor factor : catalogue.factors()) {
            // One that may only raise a result is read as a need, or as danger; one of the list is told by who reads
            // it.
            if (!factor.raiseOnly() && Proxies.standsFor(factor.id()).isEmpty()) {
                named(factor.id(), "factor", factor.id() + " " + factor.label(), lines.of(factor.id()))
                        .ifPresent(findings::add);
            }
        }
        catalogue
                .groups()
                .forEach(group -> named(group, "group", group, new Place("groups.csv", 1, 1))
                        .ifPresent(findings::add));
        new TreeSet<>(catalogue.areaAttributes())
                .forEach(attribute -> named(attribute, "attribute", attribute, new Place("areas.csv", 1, 1))
                        .ifPresent(findings::add));
        return findings;
    }

    private static Optional<Finding> named(String id, String what, String text, Place place) {
        List<String> words = Proxies.words(text);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        FindingKind.SENSITIVE_PROXY,
                        Severity.WARNING,
                        List.of(id),
                        place,
                        "the " + what + " `" + id + "` is called by `" + String.join("`, `", words)
                                + "`, which is protected or stands in for what is",
                        what.equals("factor")
                                ? "take it to `monitoring`; if it is a need, mark it `raise-only` under `sensitive`"
                                : "call it by what it is for"));
    }
}
