package org.waymark.ruleset.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/** What a run says of itself. */
class ScenarioReportTest {

    private static final String SG_13 = """
            - rule: SG-13
              gives:
                pathways: [mace high one-working-day, safeguarding one-working-day]
                actions: [safety-plan, nrm-referral one-working-day]
              fires:
                observations:
                  - {factor: debt-bondage, answer: yes}
              below:
                - why: nobody knows
                  observations:
                    - {factor: debt-bondage, answer: unknown}
            - case: In debt, and in need of a home
              timeline:
                - contact: before
                  daysAgo: 4
                  observations:
                    - {factor: housing-need, answer: yes}
                - contact: now
                  daysAgo: 0
                  observations:
                    - {factor: debt-bondage, answer: yes}
                  expect: {primary: safeguarding}
              never:
                pathways: [early-help]
                services: [housing]
            """;

    @Test
    void countsWhatWasRunAndNamesTheLinesThatNobodyTests() {
        ScenarioReport report = Played.read(SG_13).run(Played.SCREENER);

        assertThat(report.counts()).isEqualTo(new ScenarioReport.Counts(1, 1, 1, 1, 2, 3));
        assertThat(report.holds()).isTrue();
        assertThat(report.isComplete()).isFalse();
        assertThat(report.neverFiring())
                .isEqualTo(report.neverBelow())
                .isEqualTo(report.neverGiving())
                .doesNotContain("SG-13")
                .contains("SG-12", "TR-01");
        assertThat(report.lines())
                .containsExactly(
                        "1 case at a threshold, 1 just below, 1 line held to what it gives, 1 whole case with 2 contacts and 3 expectations.",
                        "No case in which they fire: EH-10, EH-16, EN-03, GD-02, MA-02, SG-09, SG-12, SV-05, SV-07, SV-17, TR-01.",
                        "No case in which they do not fire: EH-10, EH-16, EN-03, GD-02, MA-02, SG-09, SG-12, SV-05, SV-07, SV-17, TR-01.",
                        "Nothing says what they give: EH-10, EH-16, EN-03, GD-02, MA-02, SG-09, SG-12, SV-05, SV-07, SV-17, TR-01.",
                        "All hold.");
    }

    @Test
    void aRunOfNothingFailsAndSaysSo(@TempDir Path folder) throws ScenariosRejected {
        for (Path none : List.of(folder, folder.resolve("not-there"))) {
            ScenarioReport report =
                    ScenarioReader.read(none, Played.SCREENER.ruleSet()).run(Played.SCREENER);

            assertThat(report.holds()).isFalse();
            assertThat(report.failures())
                    .singleElement()
                    .extracting(ScenarioFailure::message)
                    .isEqualTo("no scenario was found in `" + none + "`: a rule set without tests is not checked");
        }
    }

    @Test
    void theScenariosOfALineNoticeThatItWasChanged() {
        Scenarios scenarios = Played.read(SG_13);
        RuleSet ruleSet = Played.SCREENER.ruleSet();
        Rule rule = Played.rule("SG-13");
        Rule other = Played.rule("SV-05");
        Rule changed = new Rule(
                rule.id(),
                rule.title(),
                rule.statement(),
                rule.source(),
                other.conditions(),
                other.conclusions(),
                rule.stage(),
                rule.place());
        Screener screener = new Screener(ruleSet.with(ruleSet.rules().stream()
                .map(one -> one.id().equals("SG-13") ? changed : one)
                .toList()));

        assertThat(scenarios.ofLine("SG-13")).hasSize(3);
        assertThat(scenarios.ofLine("SG-13")).allMatch(one -> one.holds(Played.SCREENER));
        assertThat(scenarios.ofLine("SG-13").stream().filter(one -> !one.holds(screener)))
                .extracting(Scenario::title)
                .containsExactly("SG-13 gives what it should", "SG-13 fires: at its threshold");
        assertThat(scenarios.wholeCases()).noneMatch(one -> one.holds(screener));
        assertThat(scenarios.run(screener).lines()).contains("5 do not hold:");
        assertThat(scenarios.ofLine("SG-99")).isEmpty();
    }

    @Test
    void aLineThatIsGoneIsToldAndNotFallenOver() {
        Scenarios scenarios = Played.read(SG_13);
        RuleSet ruleSet = Played.SCREENER.ruleSet();
        Screener without = new Screener(ruleSet.with(ruleSet.rules().stream()
                .filter(one -> !one.id().equals("SG-13"))
                .toList()));

        assertThat(scenarios.run(without).failures().stream().map(ScenarioFailure::text))
                .startsWith(
                        "cases.yaml:3  SG-13 does not give what it should\n    there is no such line in the rule set",
                        "cases.yaml:6  SG-13 should fire (at its threshold) and does not\n"
                                + "    there is no such line in the rule set");
    }
}
