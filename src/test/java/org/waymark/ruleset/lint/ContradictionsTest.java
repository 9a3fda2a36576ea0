package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.ruleset.lint.Linted.DEBT;
import static org.waymark.ruleset.lint.Linted.SOON;
import static org.waymark.ruleset.lint.Linted.found;
import static org.waymark.ruleset.lint.Linted.lint;
import static org.waymark.ruleset.lint.Linted.of;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.ruleset.SmallRules;

/** Conditions that no case meets together, each beside some that a case can meet. */
class ContradictionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YoungPerson( age < 10, age > 12 )|YoungPerson( age >= 10, age <= 12 )",
                "YoungPerson( age == 13, months < 156 )|YoungPerson( age == 13, months < 157 )",
                "YoungPerson( age <= 16, daysTo18 <= 100 )|YoungPerson( age <= 17, daysTo18 <= 100 )",
                "YoungPerson( age > 120 )|YoungPerson( age >= 120 )",
                "Measured( factor == \"longest-missing-episode\", value < 0 )|Measured( factor == \"longest-missing-episode\", value <= 0 )",
                "Measured( factor == \"longest-missing-episode\", value > 100000 )|Measured( factor == \"longest-missing-episode\", value >= 100000 )",
                "Yes( factor == \"mace-open\" ) No( factor == \"mace-open\" )|Yes( factor == \"mace-open\" ) No( factor == \"debt-bondage\" )",
                "Unknown( factor == \"mace-open\" ) Unclear( factor == \"mace-open\" )|Unknown( factor == \"mace-open\" )",
                "Yes( factor == \"mace-open\" ) NotYes( factor == \"mace-open\" )|No( factor == \"mace-open\" ) NotYes( factor == \"mace-open\" )",
                "Contact( referredBy == POLICE ) Contact( referredBy == SCHOOL )|Contact( referredBy == POLICE )",
                "Several( group == \"exploitation\", factors >= 2, domains >= 5 )|Several( group == \"exploitation\", factors >= 2, domains >= 4 )",
                "Several( group == \"exploitation-strong\", factors >= 1 ) No( factor == \"debt-bondage\" )|Several( group == \"exploitation-strong\", factors >= 1 ) No( factor == \"mace-open\" )",
                "Several( group == \"exploitation\", factors >= 4 ) No( factor == \"debt-bondage\" )|Several( group == \"exploitation\", factors >= 3 ) No( factor == \"debt-bondage\" )",
                "Unsettled( group == \"core\", factors >= 4 )|Unsettled( group == \"core\", factors >= 3 )",
                "Unsettled( group == \"core\", factors >= 3 ) Yes( factor == \"gang-association\" )|Unsettled( group == \"core\", factors >= 2 ) Yes( factor == \"gang-association\" )",
                "Several( group == \"core\", factors >= 2 ) Unsettled( group == \"core\", factors >= 2 )|Several( group == \"core\", factors >= 2 ) Unsettled( group == \"core\", factors >= 1 )",
                "Recommended( pathway == SAFEGUARDING, level == HIGH )|Recommended( pathway == MACE, level == HIGH )",
                "Recommended( pathway == SAFEGUARDING, urgency == SAME_DAY ) not Recommended( pathway == SAFEGUARDING )|Recommended( pathway == SAFEGUARDING ) not Recommended( pathway == SAFEGUARDING, urgency == SAME_DAY )",
                "Recommended( pathway == ENFORCEMENT ) not Recommended( pathway == MACE )|Recommended( pathway == ENFORCEMENT )",
            })
    void conditionsThatContradictEachOtherAreAFault(String impossible, String beside) {
        assertThat(found(FindingKind.IMPOSSIBLE_CONDITION, line("SG-01", impossible, ".withService(HOUSING)")))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.FAULT);
        assertThat(found(FindingKind.IMPOSSIBLE_CONDITION, line("SG-01", beside, ".withService(HOUSING)")))
                .isEmpty();
    }

    @Test
    void attributesThatNoAreaHasTogetherAreAFault() {
        String both = "Area( attribute == \"gang-exit\" ) Area( attribute == \"devolved-nrm\" )";
        SmallRules rules = SmallRules.of(line("SG-01", both + "\n" + DEBT, SOON));
        String areas = "area,name,attribute\nliverpool,Liverpool,gang-exit\n%s,%s,devolved-nrm\n";

        assertThat(of(
                        FindingKind.IMPOSSIBLE_CONDITION,
                        lint(rules.with("areas.csv", areas.formatted("sefton", "Sefton")))))
                .hasSize(1);
        assertThat(of(
                        FindingKind.IMPOSSIBLE_CONDITION,
                        lint(rules.with("areas.csv", areas.formatted("liverpool", "Liverpool")))))
                .isEmpty();
    }
}
