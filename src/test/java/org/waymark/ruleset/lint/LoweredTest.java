package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.ruleset.lint.Linted.DEBT;
import static org.waymark.ruleset.lint.Linted.LATER;
import static org.waymark.ruleset.lint.Linted.MISSING;
import static org.waymark.ruleset.lint.Linted.MISSING_EVER;
import static org.waymark.ruleset.lint.Linted.SOON;
import static org.waymark.ruleset.lint.Linted.lint;
import static org.waymark.ruleset.lint.Linted.of;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.ruleset.SmallRules;

/** What is lowered against another rule set, and what only looks like it. */
class LoweredTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "withinDays == 30|withinDays == 28|`SG-01` does less: missing episodes: within days 30 became 28",
                "times >= 3|times >= 4|times 3 became 4",
                "SAME_DAY|ONE_WORKING_DAY|within 24 hours became within one working day (later)",
                "HIGH|STANDARD|level high became standard",
                ".andTo(MACE, HIGH, PLANNED)| |no longer gives",
                "withinDays == 30|withinDays == 90|",
                "times >= 3|times >= 2|",
                "PLANNED|IMMEDIATE|",
            })
    void whatIsLaterLowerOrLessThanInTheOtherSetIsTold(String from, String to, String told) {
        String was = line("SG-01", MISSING, SOON + ".andTo(MACE, HIGH, PLANNED)");
        String is = was.replace(from, to == null ? "" : to);

        List<Finding> findings =
                of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(SmallRules.of(is), SmallRules.of(was)));

        if (told == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.message()).contains("compared with `test.1`").contains(told);
                assertThat(finding.about()).containsExactly("SG-01");
            });
        }
    }

    @Test
    void aLineThatIsGoneIsToldUnlessAnotherDoesAllOfIt() {
        SmallRules was = SmallRules.of(line("SG-01", MISSING, SOON), line("SG-02", DEBT, SOON));
        SmallRules gone = SmallRules.of(line("SG-02", DEBT, SOON));
        SmallRules wider = SmallRules.of(line("SG-02", DEBT, SOON), line("SG-03", MISSING_EVER, SOON));
        SmallRules slower = SmallRules.of(line("SG-02", DEBT, SOON), line("SG-03", MISSING_EVER, LATER));

        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(gone, was)))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("`SG-01` is gone, which stood at rules.drl:1:6");
        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(wider, was)))
                .isEmpty();
        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(slower, was)))
                .hasSize(1);
    }

    @Test
    void aGroupThatLostAFactorIsTold() {
        SmallRules was = SmallRules.of(line("SG-01", "Several( group == \"exploitation\", factors >= 1 )", SOON));
        String groups = new String(was.files().all().get("groups.csv"), StandardCharsets.UTF_8);
        SmallRules less = was.with("groups.csv", groups.replace("exploitation,going-missing\n", ""));

        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(less, was)))
                .singleElement()
                .extracting(Finding::key)
                .isEqualTo("exploitation");
        assertThat(of(FindingKind.URGENCY_LOWERED_AGAINST_ACTIVE_SET, lint(was, less)))
                .isEmpty();
    }
}
