package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.RuleSet;

/** A condition that is written out reads back as itself. */
class WordingTest {

    @Test
    void everyConditionOfTheRuleSetReadsBackAsItself() {
        RuleSet rules = ActiveRules.ruleSet();
        Set<Condition> conditions = rules.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(conditions).hasSizeGreaterThan(200).allSatisfy(condition -> {
            Faults faults = new Faults();
            List<RawRule> read = new RuleParser(
                            new Lexer("a.drl", rule(Wording.inRuleFile(condition)), faults).tokens(), faults)
                    .rules();
            assertThat(faults.found()).isEmpty();
            assertThat(read).hasSize(1);
            assertThat(new FactReader(rules.catalogue(), rules.manifest(), faults)
                            .read(read.get(0).patterns().get(0)))
                    .contains(condition);
        });
    }

    private static String rule(String condition) {
        return SmallRules.line("AA-01", condition, ".to(SAFEGUARDING, SAME_DAY)");
    }

    @Test
    void whatGoesWithoutSayingIsLeftOut() {
        RuleSet rules = SmallRules.of(SmallRules.line(
                        "AA-01",
                        "Happened( factor == \"going-missing\" ) Several( group == \"core\", factors >= 2, domains >= 2 )"
                                + " Measured( factor == \"longest-missing-episode\", value >= 1.5 )"
                                + " Recommended( pathway == MACE, level == HIGH )",
                        ".withAction(SAFETY_PLAN)"))
                .screener()
                .ruleSet();

        assertThat(rules.rules().get(0).conditions().stream().map(Wording::inRuleFile))
                .containsExactly(
                        "Happened( factor == \"going-missing\" )",
                        "Several( group == \"core\", factors >= 2, domains >= 2 )",
                        "Measured( factor == \"longest-missing-episode\", value >= 1.5 )",
                        "Recommended( pathway == MACE, level == HIGH )");
    }
}
