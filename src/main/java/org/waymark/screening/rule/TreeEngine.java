package org.waymark.screening.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waymark.screening.fact.Area;
import org.waymark.screening.fact.Contact;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Happened;
import org.waymark.screening.fact.Measured;
import org.waymark.screening.fact.Offence;
import org.waymark.screening.fact.Several;
import org.waymark.screening.fact.Unsettled;
import org.waymark.screening.fact.YoungPerson;

/**
 * Asks the rule tree itself which rules fire: the meaning of a rule set, written down a second time and in the plainest
 * way. It needs no compiling, so a rule set can be changed by one figure and asked again thousands of times; and what a
 * compiled engine fires can be held against it.
 */
public final class TreeEngine implements RuleEngine {

    /** What a fact and a condition must share before it is worth asking whether one meets the other. */
    private record Subject(Object of, int withinDays) {}

    /** One distinct condition, and its number. */
    private record Numbered(Condition condition, int number) {}

    /** A rule, and the numbers of its conditions. */
    private record Line(Rule rule, int[] conditions) {}

    private final Map<Subject, List<Numbered>> bySubject = new HashMap<>();
    private final Map<Stage, List<Line>> byStage = new EnumMap<>(Stage.class);
    private final int conditions;

    public TreeEngine(Collection<Rule> rules) {
        Map<Condition, Integer> numbers = new HashMap<>();
        for (Stage stage : Stage.values()) {
            byStage.put(stage, new ArrayList<>());
        }
        for (Rule rule : rules) {
            int[] own = rule.conditions().stream()
                    .mapToInt(condition -> number(condition, numbers))
                    .toArray();
            linesOf(rule.stage()).add(new Line(rule, own));
        }
        conditions = numbers.size();
    }

    private List<Line> linesOf(Stage stage) {
        return byStage.getOrDefault(stage, List.of());
    }

    private int number(Condition condition, Map<Condition, Integer> numbers) {
        Integer known = numbers.get(condition);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(condition, number);
        bySubject.computeIfAbsent(subject(condition), none -> new ArrayList<>()).add(new Numbered(condition, number));
        return number;
    }

    private static Subject subject(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            return new Subject(answered.fact(), Fact.EVER);
        } else if (condition instanceof RecommendedCondition recommended) {
            return new Subject(recommended.fact(), Fact.EVER);
        } else if (condition instanceof EventCondition event) {
            return new Subject(event.factor(), event.withinDays());
        } else if (condition instanceof FigureCondition figure) {
            return new Subject(figure.factor(), figure.withinDays());
        } else if (condition instanceof CountCondition count) {
            return new Subject(count.group(), count.withinDays());
        } else if (condition instanceof UnsettledCondition unsettled) {
            return new Subject(unsettled.group(), Fact.EVER);
        } else if (condition instanceof AreaCondition area) {
            return new Subject(new Area(area.attribute()), Fact.EVER);
        } else if (condition instanceof ContactCondition contact) {
            return new Subject(new Contact(contact.referredBy()), Fact.EVER);
        }
        return new Subject(YoungPerson.class, Fact.EVER);
    }

    private static Subject subject(Fact fact) {
        if (fact instanceof Happened happened) {
            return new Subject(happened.factor(), happened.withinDays());
        } else if (fact instanceof Offence offence) {
            return new Subject(offence.factor(), offence.withinDays());
        } else if (fact instanceof Measured measured) {
            return new Subject(measured.factor(), measured.withinDays());
        } else if (fact instanceof Several several) {
            return new Subject(several.group(), several.withinDays());
        } else if (fact instanceof Unsettled unsettled) {
            return new Subject(unsettled.group(), Fact.EVER);
        } else if (fact instanceof YoungPerson) {
            return new Subject(YoungPerson.class, Fact.EVER);
        }
        return new Subject(fact, Fact.EVER);
    }

    @Override
    public Round open() {
        return new Asking();
    }

    private final class Asking implements Round {

        private final List<List<Fact>> matched = new ArrayList<>();

        Asking() {
            for (int i = 0; i < conditions; i++) {
                matched.add(List.of());
            }
        }

        @Override
        public void tell(Collection<? extends Fact> facts) {
            for (Fact fact : facts) {
                for (Numbered one : bySubject.getOrDefault(subject(fact), List.of())) {
                    if (one.condition().matches(fact)) {
                        add(one.number(), fact);
                    }
                }
            }
        }

        private void add(int number, Fact fact) {
            List<Fact> before = matched.get(number);
            if (before.isEmpty()) {
                matched.set(number, List.of(fact));
            } else {
                List<Fact> more = new ArrayList<>(before);
                more.add(fact);
                matched.set(number, more);
            }
        }

        @Override
        public List<Firing> fire(Stage stage) {
            List<Firing> firings = new ArrayList<>();
            for (Line line : linesOf(stage)) {
                if (isMet(line)) {
                    ways(line).forEach(facts -> firings.add(Firing.of(line.rule(), facts)));
                }
            }
            return firings;
        }

        private boolean isMet(Line line) {
            for (int i = 0; i < line.conditions().length; i++) {
                boolean negated = line.rule().conditions().get(i).negated();
                if (matched.get(line.conditions()[i]).isEmpty() != negated) {
                    return false;
                }
            }
            return true;
        }

        /** Every way in which the facts meet the conditions of a rule that is met. */
        private List<List<Fact>> ways(Line line) {
            List<List<Fact>> ways = List.of(List.of());
            for (int i = 0; i < line.conditions().length; i++) {
                if (!line.rule().conditions().get(i).negated()) {
                    ways = product(ways, matched.get(line.conditions()[i]));
                }
            }
            return ways;
        }

        private static List<List<Fact>> product(List<List<Fact>> ways, List<Fact> met) {
            List<List<Fact>> more = new ArrayList<>(ways.size() * met.size());
            for (List<Fact> way : ways) {
                for (Fact fact : met) {
                    List<Fact> longer = new ArrayList<>(way);
                    longer.add(fact);
                    more.add(longer);
                }
            }
            return more;
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
