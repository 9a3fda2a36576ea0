package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.Wording;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;

/**
 * Builds for one rule a smallest case in which it fires, from its own conditions; or says why there is none. Belongs to
 * one thread.
 */
final class Witnesses {

    /** So many cases are tried for one rule before it is said that none was found. */
    private static final int MOST_TRIED = 20_000;

    private static final int FEW = 6;

    private final ValueSpace space;
    private final Shortcut shortcut;

    private int number;
    private int tried;
    private @Nullable Situation found;
    private final Map<String, Integer> inTheWay = new TreeMap<>();

    Witnesses(Passages passages) {
        this.space = passages.space();
        this.shortcut = new Shortcut(passages);
    }

    /**
     * What came of looking for a case in which a rule fires.
     *
     * @param situation the case, where one was found
     * @param whyNot in words why there is none, else empty
     */
    record Witness(Rule rule, @Nullable Situation situation, String whyNot) {}

    /** A case in which the rule with this number fires. */
    Witness of(int rule) {
        number = rule;
        tried = 0;
        found = null;
        inTheWay.clear();
        RuleBits bits = space.rules().get(rule);
        if (tryWith(bits.conditions()) || tryWithEarlierResults(bits)) {
            return new Witness(bits.rule(), found, "");
        }
        return new Witness(bits.rule(), null, whyNot(bits));
    }

    private boolean tryWith(List<Condition> conditions) {
        Ways.of(space, conditions, said -> fires(said) || tried >= MOST_TRIED);
        return found != null;
    }

    /** For a rule that reads what was recommended: beside its own conditions those of a rule, or two, that recommend it. */
    private boolean tryWithEarlierResults(RuleBits bits) {
        List<RecommendedCondition> read = recommended(bits);
        if (read.isEmpty()) {
            return false;
        }
        List<RuleBits> givers = space.rules().stream()
                .filter(giver -> read.stream().anyMatch(one -> gives(giver, bits, one)))
                .sorted(Comparator.comparingInt(giver -> giver.conditions().size()))
                .toList();
        for (RuleBits giver : givers) {
            if (tryWith(together(bits, giver))) {
                return true;
            }
        }
        // Enforcement is recommended only beside welfare, which another rule may have to give.
        for (RuleBits giver : givers) {
            for (RuleBits other : space.rules()) {
                if (tried < MOST_TRIED
                        && other.rule().stage().ordinal() < giver.rule().stage().ordinal()
                        && !other.rule().conclusions().pathways().isEmpty()
                        && tryWith(together(bits, giver, other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<RecommendedCondition> recommended(RuleBits bits) {
        return bits.conditions().stream()
                .filter(condition -> condition instanceof RecommendedCondition && !condition.negated())
                .map(RecommendedCondition.class::cast)
                .toList();
    }

    private boolean gives(RuleBits giver, RuleBits to, RecommendedCondition wanted) {
        return giver.rule().stage().ordinal() < to.rule().stage().ordinal()
                && giver.rule().conclusions().pathways().stream().anyMatch(advice -> meets(advice, wanted));
    }

    private boolean meets(PathwayAdvice advice, RecommendedCondition wanted) {
        Manifest manifest = space.ruleSet().manifest();
        String level = advice.level() == null ? manifest.lowestLevel() : advice.level();
        return advice.pathway() == wanted.pathway()
                && advice.urgency().isAtLeast(wanted.urgency())
                && manifest.rank(level) >= manifest.rank(wanted.level());
    }

    private static List<Condition> together(RuleBits... rules) {
        return Stream.of(rules)
                .flatMap(rule -> rule.conditions().stream())
                .distinct()
                .toList();
    }

    /** Whether the rule fires at some age where this is said; if so, keeps the smallest such case. */
    private boolean fires(SortedMap<Integer, Integer> said) {
        for (int age = 0; age < space.ages().size() && tried < MOST_TRIED; age++) {
            if (!isOfAge(space.rules().get(number).conditions(), age)) {
                continue;
            }
            tried++;
            if (fires(age, said)) {
                found = smallest(age, new TreeMap<>(said));
                return true;
            }
            noteWhatStoodInTheWay();
        }
        return false;
    }

    private boolean isOfAge(List<Condition> conditions, int age) {
        return conditions.stream()
                .filter(AgedCondition.class::isInstance)
                .allMatch(condition ->
                        Bits.has(space.ages().get(age).met(), space.conditions().number(condition)));
    }

    private boolean fires(int age, SortedMap<Integer, Integer> said) {
        Aspect[] aspects =
                said.keySet().stream().map(one -> space.aspects().get(one)).toArray(Aspect[]::new);
        int[] values = said.values().stream().mapToInt(value -> value).toArray();
        return shortcut.fired(space.ages().get(age), aspects, values)[number];
    }

    /** The same with nothing said that the rule can do without. */
    private Situation smallest(int age, SortedMap<Integer, Integer> said) {
        for (Integer aspect : List.copyOf(said.keySet())) {
            Integer value = said.remove(aspect);
            if (value != null && !fires(age, said)) {
                said.put(aspect, value);
            }
        }
        Aspect[] aspects =
                said.keySet().stream().map(one -> space.aspects().get(one)).toArray(Aspect[]::new);
        return Situation.of(
                age, aspects, said.values().stream().mapToInt(value -> value).toArray());
    }

    private void noteWhatStoodInTheWay() {
        boolean[] fired = shortcut.lastFired();
        for (Condition condition : space.rules().get(number).conditions()) {
            if (condition instanceof RecommendedCondition recommended && condition.negated()) {
                IntStream.range(0, fired.length)
                        .filter(other -> fired[other])
                        .mapToObj(other -> space.rules().get(other).rule())
                        .filter(other -> other.conclusions().gives(recommended.pathway()))
                        .forEach(other -> inTheWay.merge(other.id(), 1, Integer::sum));
            }
        }
    }

    private String whyNot(RuleBits bits) {
        List<Condition> said = bits.conditions().stream()
                .filter(condition -> !(condition instanceof RecommendedCondition))
                .toList();
        Optional<List<Condition>> impossible = impossible(said);
        if (impossible.isPresent()) {
            return impossible.get().size() == 1
                    ? written(impossible.get()) + " can never be met: nothing that can be said of a case meets it"
                    : written(impossible.get()) + " can never hold together";
        }
        Optional<Condition> absent =
                bits.conditions().stream().filter(Condition::negated).findFirst();
        if (absent.isPresent() && !inTheWay.isEmpty()) {
            return written(absent.get()) + " never holds: in all " + tried
                    + " ways tried of meeting its other conditions that was recommended already, by "
                    + mostInTheWay();
        }
        return recommended(bits).stream()
                .findFirst()
                .map(read -> written(read) + " never holds where its other conditions do, in the " + tried
                        + " ways tried; " + givenBy(bits, read))
                .orElse("no case was found in which it fires, in the " + tried + " ways tried");
    }

    private String givenBy(RuleBits bits, RecommendedCondition read) {
        List<String> givers = space.rules().stream()
                .filter(giver -> gives(giver, bits, read))
                .map(giver -> giver.rule().id())
                .toList();
        return givers.isEmpty()
                ? "no rule of an earlier stage gives it"
                : "it is given by " + String.join(", ", givers.subList(0, Math.min(FEW, givers.size())))
                        + (givers.size() > FEW ? " and others" : "");
    }

    private String mostInTheWay() {
        int most = inTheWay.values().stream().max(Integer::compare).orElse(0);
        return inTheWay.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .limit(FEW)
                .collect(Collectors.joining(", "));
    }

    /** The fewest conditions that cannot hold together. */
    private Optional<List<Condition>> impossible(List<Condition> conditions) {
        for (int size = 1; size <= conditions.size(); size++) {
            for (List<Condition> some : choose(conditions, size)) {
                boolean ofSomeAge = IntStream.range(0, space.ages().size()).anyMatch(age -> isOfAge(some, age));
                if (!ofSomeAge || !Ways.of(space, some, said -> true)) {
                    return Optional.of(some);
                }
            }
        }
        return Optional.empty();
    }

    private static List<List<Condition>> choose(List<Condition> from, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Condition>> chosen = new ArrayList<>();
        for (int first = 0; first < from.size(); first++) {
            Condition one = from.get(first);
            choose(from.subList(first + 1, from.size()), size - 1)
                    .forEach(rest -> chosen.add(
                            Stream.concat(Stream.of(one), rest.stream()).toList()));
        }
        return chosen;
    }

    private static String written(List<Condition> conditions) {
        return conditions.stream().map(Witnesses::written).collect(Collectors.joining(" and "));
    }

    /** As a rule file has it; of an earlier result the pathway alone, which is what an author looks for. */
    private static String written(Condition condition) {
        if (condition instanceof RecommendedCondition recommended) {
            return (recommended.negated() ? "`not " : "`") + "Recommended( pathway == " + recommended.pathway() + " )`";
        }
        return "`" + Wording.of(condition) + "`";
    }
}
