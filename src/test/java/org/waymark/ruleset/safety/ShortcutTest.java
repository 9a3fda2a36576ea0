package org.waymark.ruleset.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.EditedRules;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.RuleSet;

/** The short cut of the search against the screener, with every assessment built and read. */
class ShortcutTest {

    private static final long SEED = 20_260_311;

    /** Conditions of every kind, at limits that the repository's rules do not have. */
    private static final EditedRules OTHERS = EditedRules.asTheyAre()
            .adding("SG-70", "YoungPerson( months == 150 )\n    Yes( factor == \"gang-risk\" )", gives("IMMEDIATE"))
            .adding(
                    "SG-71",
                    "YoungPerson( daysTo18 <= 40 )\n    Unsettled( group == \"core\", factors >= 2 )",
                    gives("SAME_DAY"))
            .adding(
                    "SG-72",
                    "Several( group == \"any-need\", factors >= 2, domains >= 3, withinDays == 28 )",
                    gives("SAME_DAY"))
            .adding(
                    "SG-73",
                    "Several( group == \"exploitation\", factors >= 3 )\n    Contact( referredBy == HEALTH )",
                    gives("PLANNED"))
            .adding(
                    "SG-74",
                    "Measured( factor == \"unauthorised-absence\", value == 30, withinDays == 5 )",
                    gives("PLANNED"))
            .adding("SG-75", "Happened( factor == \"robbery\", withinDays == 1, times >= 3 )", gives("PLANNED"))
            .adding("SG-76", "Offence( factor == \"robbery\", withinDays == 7, times >= 2 )", gives("IMMEDIATE"))
            .adding(
                    "SG-77",
                    "NotYes( factor == \"safe-place\" )\n    YoungPerson( age >= 17 )",
                    ".withAction(CLARIFY, SAME_DAY)")
            .adding(
                    "EH-19",
                    "Unknown( factor == \"self-harm\" )\n    Area( attribute == \"gang-exit\" )\n"
                            + "    not Recommended( pathway == SAFEGUARDING, urgency == SAME_DAY )\n"
                            + "    not Recommended( pathway == SAFEGUARDING )",
                    ".to(EARLY_HELP, SAME_DAY)");

    private static String gives(String urgency) {
        return ".to(SAFEGUARDING, " + urgency + ")";
    }

    private final Random random = new Random(SEED);

    @Test
    void comesToWhatTheScreenerDoesForEachValueAlone() {
        ValueSpace space = new ValueSpace(byTheTree(ActiveRules.ruleSet()));
        Shortcut shortcut = new Shortcut(new Passages(space));
        Screener screener = new Screener(space.ruleSet());

        for (Aspect aspect : space.aspects()) {
            for (int value = 0; value < aspect.size(); value++) {
                for (int age = 0; age < space.ages().size(); age++) {
                    assertSame(space, shortcut, screener, age, new Aspect[] {aspect}, new int[] {value});
                }
            }
        }
    }

    @Test
    void comesToWhatTheScreenerDoesForAnyValuesTogether() {
        assertSameForAny(10_000, new ValueSpace(byTheTree(ActiveRules.ruleSet())));
    }

    @Test
    void comesToWhatTheCompiledRulesDo() {
        assertSameForAny(1_500, new ValueSpace(ActiveRules.ruleSet()));
    }

    @Test
    void comesToWhatTheScreenerDoesForConditionsOfEveryKind() {
        assertSameForAny(10_000, new ValueSpace(OTHERS.ruleSet()));
    }

    private static RuleSet byTheTree(RuleSet ruleSet) {
        return ruleSet.with(ruleSet.rules());
    }

    private void assertSameForAny(int cases, ValueSpace space) {
        Shortcut shortcut = new Shortcut(new Passages(space));
        Screener screener = new Screener(space.ruleSet());
        for (int one = 0; one < cases; one++) {
            List<Aspect> some = new ArrayList<>(space.aspects());
            Collections.shuffle(some, random);
            Aspect[] aspects = some.subList(0, random.nextInt(8)).toArray(Aspect[]::new);
            int[] values = IntStream.range(0, aspects.length)
                    .map(i -> random.nextInt(aspects[i].size()))
                    .toArray();
            assertSame(space, shortcut, screener, random.nextInt(space.ages().size()), aspects, values);
        }
    }

    private static void assertSame(
            ValueSpace space, Shortcut shortcut, Screener screener, int age, Aspect[] aspects, int[] values) {
        Situation situation = Situation.of(age, aspects, values);
        Pass pass = screener.pass(situation.assessment(space), List.of());
        AgeClass person = space.ages().get(age);
        boolean[] fired = shortcut.fired(person, aspects, values).clone();

        Set<String> ids = new TreeSet<>();
        IntStream.range(0, fired.length)
                .filter(rule -> fired[rule])
                .forEach(rule -> ids.add(space.rules().get(rule).rule().id()));
        Set<String> firedByRules = new TreeSet<>(pass.fired());
        firedByRules.removeIf(
                id -> space.rules().stream().noneMatch(rule -> rule.rule().id().equals(id)));
        assertThat(ids).as(situation.says(space)).isEqualTo(firedByRules);
        Passage passage = shortcut.screen(person, aspects, values);
        assertThat(passage.result())
                .as(situation.says(space))
                .isEqualTo(space.strength().of(pass.verdict()));
        assertThat(passage.apartFromEnforcement())
                .as(situation.says(space))
                .isEqualTo(space.strength().withoutEnforcement(pass.verdict()));
    }
}
