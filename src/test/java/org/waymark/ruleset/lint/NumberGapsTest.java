package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.ruleset.lint.Linted.DEBT;
import static org.waymark.ruleset.lint.Linted.LATER;
import static org.waymark.ruleset.lint.Linted.MONEY;
import static org.waymark.ruleset.lint.Linted.SOON;
import static org.waymark.ruleset.lint.Linted.found;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole numbers that the lines of a rule leave out, and lines that leave out none. */
class NumberGapsTest {

    /** Each row: the two lines' numbers, and what is left out between them. */
    @ParameterizedTest
    @CsvSource({
        "YoungPerson( age <= 12 ), YoungPerson( age >= 14 ), the age in years at `13`",
        "YoungPerson( age < 10 ), YoungPerson( age > 12 ), the age in years at `10` to `12`",
        "YoungPerson( age <= 12 ), YoungPerson( age > 12 ),",
        "YoungPerson( age <= 12 ), YoungPerson( age >= 10 ),",
        "YoungPerson( age <= 12 ), YoungPerson( months >= 160 ), the age in months at `156` to `159`",
        "YoungPerson( daysTo18 > 100 ), YoungPerson( daysTo18 < 100 ), the days to 18 at `100`",
        "'Measured( factor == \"longest-missing-episode\", value <= 1 )',"
                + " 'Measured( factor == \"longest-missing-episode\", value >= 3 )', `longest-missing-episode` at `2`",
        "'Measured( factor == \"longest-missing-episode\", value <= 1 )',"
                + " 'Measured( factor == \"longest-missing-episode\", value >= 2 )',",
    })
    void aWholeNumberBetweenTwoLinesIsAGap(String one, String other, String gap) {
        List<Finding> gaps = found(
                FindingKind.GAP_IN_NUMBER_RANGE,
                line("SG-01a", one + "\n" + DEBT, SOON),
                line("SG-01b", other + "\n" + DEBT, LATER));

        if (gap == null) {
            assertThat(gaps).isEmpty();
        } else {
            assertThat(gaps)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).endsWith(gap));
        }
    }

    @Test
    void aThirdLineMayHaveWhatTwoLeaveOut() {
        String young = line("SG-01a", "YoungPerson( age <= 12 )\n" + DEBT, SOON);
        String old = line("SG-01b", "YoungPerson( age >= 14 )\n" + DEBT, LATER);

        assertThat(found(FindingKind.GAP_IN_NUMBER_RANGE, young, old, line("SG-01c", DEBT, LATER)))
                .isEmpty();
        assertThat(found(FindingKind.GAP_IN_NUMBER_RANGE, young, old, line("SG-02", DEBT, LATER)))
                .hasSize(1);
        assertThat(found(FindingKind.GAP_IN_NUMBER_RANGE, young, old, line("SG-01c", DEBT + "\n" + MONEY, LATER)))
                .hasSize(1);
    }
}
