package org.waymark.ruleset.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.Wording;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AnsweredCondition.Kind;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.Stage;
import org.waymark.screening.rule.UnsettledCondition;

/** Conditions of one line that no case can meet together, each with what it breaks. */
final class Contradictions {

    /** What an assessment may say of a measure. */
    private static final Range FIGURES = Range.whole(0, 100_000);

    private final Catalogue catalogue;
    private final Manifest manifest;
    private final Implication implication;

    Contradictions(Catalogue catalogue, Manifest manifest, Implication implication) {
        this.catalogue = catalogue;
        this.manifest = manifest;
        this.implication = implication;
    }

    List<Finding> findings(List<Rule> rules) {
        return rules.stream().flatMap(rule -> contradiction(rule).stream()).toList();
    }

    private Optional<Finding> contradiction(Rule rule) {
        return Stream.concat(alone(rule), together(rule))
                .findFirst()
                .map(why -> Finding.of(
                        FindingKind.IMPOSSIBLE_CONDITION,
                        Severity.FAULT,
                        List.of(rule.id()),
                        rule.place(),
                        "`" + rule.id() + "` can never fire: " + why,
                        "change one of its conditions, or take the line out"));
    }

    private Stream<String> alone(Rule rule) {
        return rule.conditions().stream().flatMap(condition -> alone(condition, rule).stream());
    }

    private Optional<String> alone(Condition condition, Rule rule) {
        if (condition instanceof AgedCondition aged && implication.region(aged).isEmpty()) {
            return Optional.of("nobody is of the age of " + shown(condition));
        } else if (condition instanceof FigureCondition figure
                && Range.of(figure.comparison(), figure.limit()).and(FIGURES).isEmpty()) {
            return Optional.of("a figure is from `0` to `100000`, which " + shown(condition) + " leaves out");
        } else if (condition instanceof CountCondition count) {
            return count(count, rule.conditions());
        } else if (condition instanceof UnsettledCondition unsettled) {
            return unsettled(unsettled, rule.conditions());
        } else if (condition instanceof RecommendedCondition recommended && !recommended.negated()) {
            return recommended(recommended, rule.stage());
        }
        return Optional.empty();
    }

    private Optional<String> count(CountCondition count, List<Condition> all) {
        Set<String> open = without(catalogue.group(count.group()), all, kind -> kind != Kind.YES);
        long domains = open.stream()
                .map(catalogue::require)
                .map(Factor::domain)
                .distinct()
                .count();
        if (open.size() < count.factors()) {
            return Optional.of(shown(count) + " needs `" + count.factors() + "` factors that are yes, and the other"
                    + " conditions leave `" + open.size() + "` of the group");
        }
        return domains < count.domains()
                ? Optional.of(shown(count) + " needs factors of `" + count.domains() + "` domains, and those of the"
                        + " group are of `" + domains + "`")
                : Optional.empty();
    }

    private Optional<String> unsettled(UnsettledCondition unsettled, List<Condition> all) {
        Set<String> open =
                without(catalogue.group(unsettled.group()), all, kind -> kind == Kind.YES || kind == Kind.NO);
        return open.size() < unsettled.factors()
                ? Optional.of(shown(unsettled) + " needs `" + unsettled.factors()
                        + "` factors that are not settled, and" + " there are `" + open.size() + "`")
                : Optional.empty();
    }

    private static Set<String> without(
            Set<String> group, List<Condition> all, java.util.function.Predicate<Kind> taken) {
        Set<String> open = new HashSet<>(group);
        for (Condition condition : all) {
            if (condition instanceof AnsweredCondition answered && taken.test(answered.kind())) {
                open.remove(answered.factor());
            }
        }
        return open;
    }

    /** Results of a stage are read by the stages after it, and only MACE has levels. */
    private Optional<String> recommended(RecommendedCondition condition, Stage stage) {
        Stage decided = switch (condition.pathway()) {
            case SAFEGUARDING, MACE -> Stage.STATUTORY;
            case EARLY_HELP -> Stage.EARLY_HELP;
            case ENFORCEMENT -> Stage.ENFORCEMENT;
        };
        if (stage.compareTo(decided) <= 0) {
            return Optional.of("`" + condition.pathway().code() + "` is not decided before this line is asked");
        }
        boolean levelled = condition.pathway() != Pathway.MACE && manifest.rank(condition.level()) > 0;
        return levelled
                ? Optional.of("`" + condition.pathway().code() + "` has no levels, and `" + condition.level()
                        + "` is asked for")
                : Optional.empty();
    }

    private Stream<String> together(Rule rule) {
        List<String> found = new ArrayList<>();
        List<Condition> all = rule.conditions();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (exclude(all.get(i), all.get(j)) || exclude(all.get(j), all.get(i))) {
                    found.add(shown(all.get(i)) + " and " + shown(all.get(j)) + " are never met together");
                }
            }
        }
        attributes(all).ifPresent(found::add);
        return found.stream();
    }

    private boolean exclude(Condition one, Condition other) {
        if (one instanceof AnsweredCondition first && other instanceof AnsweredCondition second) {
            // Of each factor one answer counts, and "anything but yes" goes with each but one of them.
            return first.factor().equals(second.factor())
                    && first.kind() != second.kind()
                    && (second.kind() == Kind.NOT_YES ? first.kind() == Kind.YES : first.kind() != Kind.NOT_YES);
        } else if (one instanceof ContactCondition first && other instanceof ContactCondition second) {
            return first.referredBy() != second.referredBy();
        } else if (one instanceof RecommendedCondition first && other instanceof RecommendedCondition second) {
            return !first.negated() && second.negated() && implication.implies(first, positive(second));
        } else if (one instanceof CountCondition count && other instanceof UnsettledCondition unsettled) {
            Set<String> both = new HashSet<>(catalogue.group(count.group()));
            both.addAll(catalogue.group(unsettled.group()));
            return count.factors() + unsettled.factors() > both.size();
        }
        return false;
    }

    private static RecommendedCondition positive(RecommendedCondition negated) {
        return new RecommendedCondition(negated.pathway(), negated.level(), negated.urgency(), false);
    }

    private Optional<String> attributes(List<Condition> all) {
        Set<String> asked = all.stream()
                .filter(AreaCondition.class::isInstance)
                .map(condition -> ((AreaCondition) condition).attribute())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        boolean somewhere = catalogue.areas().stream()
                .anyMatch(area -> catalogue.attributesOf(area).containsAll(asked));
        return asked.isEmpty() || somewhere
                ? Optional.empty()
                : Optional.of("no area has all of `" + String.join("`, `", asked) + "`");
    }

    private static String shown(Condition condition) {
        return "`" + Wording.inRuleFile(condition) + "`";
    }
}
