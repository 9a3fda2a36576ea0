package org.waymark.ruleset.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.AssessmentReader;
import org.waymark.ruleset.ActiveRules;
import org.waymark.screening.Screener;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.RuleSet;

class SafetySearchTest {

    private static final RuleSet RULES = ActiveRules.ruleSet();

    private static final SafetyReport REPORT = SafetySearch.of(RULES).report();

    @Test
    void theRulesOfThisRepositoryKeepEveryPromise() {
        assertThat(REPORT.lines().get(0)).isEqualTo("Safety: every promise held in all cases screened.");
        assertThat(REPORT.broken()).isEmpty();
        assertThat(REPORT.unreachable()).isEmpty();
        assertThat(REPORT.ok()).isTrue();
    }

    @Test
    void whatRestsOnAGuardByDesignIsNoted() {
        assertThat(REPORT.noted())
                .allSatisfy(finding -> assertThat(finding.promise()).isEqualTo(Promise.ENFORCEMENT_NEVER_ALONE));
        assertThat(REPORT.noted().stream().flatMap(finding -> finding.rules().stream()))
                .containsExactly("EN-04a", "EN-06b", "EN-07", "EN-16a", "EN-16b");
        assertThat(REPORT.noted().get(2).lines())
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("    by the rules alone, aged 14, `proposed-youth-injunction` yes:"
                                + " enforcement ten-working-days by EN-07"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("    {")
                        .contains("{\"factor\":\"proposed-youth-injunction\",\"answer\":\"yes\"}"));
    }

    @Test
    void everyCaseThatIsShownCanBeSubmitted() {
        AssessmentReader reader = new AssessmentReader(RULES.catalogue());

        assertThat(REPORT.noted().stream().map(Finding::assessment))
                .isNotEmpty()
                .allSatisfy(json -> assertThat(
                                reader.read(json.getBytes(StandardCharsets.UTF_8), ExampleCase.ASSESSED_AT)
                                        .assessment()
                                        .observations())
                        .isNotEmpty());
    }

    @Test
    void itSaysHowFarItLooked() {
        assertThat(REPORT.casesScreened()).isGreaterThan(10_000_000);
        assertThat(REPORT.lines())
                .anySatisfy(line -> assertThat(line).matches("[0-9,]+ cases screened\\."))
                .anySatisfy(line -> assertThat(line)
                        .contains("192 factors that rules read (10 are read by none)")
                        .contains("395 rules"));
    }

    @Test
    void theSameRulesGiveTheSameReport() {
        SafetySearch search = SafetySearch.of(RULES.with(RULES.rules())).pairsOnly();
        SafetyReport first = search.report();

        assertThat(search.report()).isEqualTo(first);
        assertThat(first.casesScreened()).isLessThan(REPORT.casesScreened());
    }

    @Test
    void aBreachThatTheScreenerDoesNotSeeIsADefectAndNoFinding() {
        ValueSpace space = new ValueSpace(RULES);
        Situation nothingSaid = new Situation(0, List.of());
        Tried tried = new Tried();
        tried.add(
                new Breach(
                        new Breach.About(Promise.UNKNOWN_AGE_AT_LEAST_ANY_AGE, Breach.About.AGE, 0, 1),
                        nothingSaid,
                        new Situation(1, List.of())),
                List.of());

        assertThatThrownBy(() -> new Confirming(space, new Screener(RULES)).findings(tried))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("disagree about aged 14 and aged 16");
    }

    @Test
    void whatTheGuardsHoldIsSeenWhereItDoesNotHold() {
        Strength strength = new Strength(RULES.manifest());
        int child = bits(Circumstance.AGE_KNOWN);
        int small = bits(Circumstance.AGE_KNOWN, Circumstance.UNDER_10);
        int adult = bits(Circumstance.AGE_KNOWN, Circumstance.ADULT);
        int harm = bits(Circumstance.AGE_KNOWN, Circumstance.IMMEDIATE_HARM);
        long enforcement = strength.of(giving(Pathway.ENFORCEMENT));
        long earlyHelp = strength.of(giving(Pathway.EARLY_HELP));
        long referral = strength.of(new Conclusions(
                List.of(),
                List.of(),
                List.of(new Conclusions.ActionAdvice(Action.NRM_REFERRAL, Urgency.PLANNED)),
                List.of(),
                List.of()));

        assertThat(Passage.broken(strength, child, enforcement)).containsExactly(Promise.ENFORCEMENT_NEVER_ALONE);
        assertThat(Passage.broken(strength, child, enforcement | earlyHelp)).isEmpty();
        assertThat(Passage.broken(strength, adult, enforcement)).isEmpty();
        assertThat(Passage.broken(strength, small, enforcement | earlyHelp))
                .containsExactly(Promise.NO_ENFORCEMENT_UNDER_10);
        assertThat(Passage.broken(strength, 0, enforcement | earlyHelp))
                .containsExactly(Promise.NO_ENFORCEMENT_UNDER_10);
        assertThat(Passage.broken(strength, child, referral | earlyHelp))
                .containsExactly(Promise.NRM_BESIDE_SAFEGUARDING);
        assertThat(Passage.broken(strength, child, referral | strength.of(giving(Pathway.SAFEGUARDING))))
                .isEmpty();
        assertThat(Passage.broken(strength, harm, 0)).containsExactly(Promise.IMMEDIATE_HARM_NEVER_UNIVERSAL);
        assertThat(Passage.broken(strength, harm, earlyHelp)).isEmpty();
    }

    private static int bits(Circumstance... some) {
        return Stream.of(some).mapToInt(one -> 1 << one.ordinal()).sum();
    }

    private static Conclusions giving(Pathway pathway) {
        return new Conclusions(
                List.of(new Conclusions.PathwayAdvice(pathway, null, Urgency.PLANNED)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void aDifferenceThatMonitoringMadeWouldBeSeen() {
        ValueSpace space = new ValueSpace(RULES);
        Screener screener = new Screener(RULES);

        assertThat(Monitoring.same(
                        screener.pass(new Situation(0, List.of()).assessment(space), List.of()),
                        screener.pass(
                                new Situation(0, List.of(new Situation.Said(0, 1))).assessment(space), List.of())))
                .isFalse();
    }
}
