package org.waymark.ruleset.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.SmallRules;

/** What is tried: a value at each place where a rule draws a line, and no two that lead to the same. */
class ValueSpaceTest {

    private static final String GIVES = ".to(SAFEGUARDING, SAME_DAY)";

    private static ValueSpace of(String... conditions) {
        String[] lines = new String[conditions.length];
        for (int i = 0; i < conditions.length; i++) {
            lines[i] = SmallRules.line("SG-0" + (i + 1), conditions[i], GIVES);
        }
        try {
            return new ValueSpace(
                    RuleSetReader.check(SmallRules.of(lines).files()).asked());
        } catch (RuleSetRejected rejected) {
            throw new AssertionError(rejected.describe(), rejected);
        }
    }

    private static Optional<Aspect> aspect(ValueSpace space, String name) {
        return space.aspects().stream()
                .filter(aspect -> aspect.name().equals(name))
                .findFirst();
    }

    private static List<String> values(ValueSpace space, String name) {
        return aspect(space, name).stream()
                .flatMap(aspect -> aspect.values().stream())
                .map(Value::says)
                .toList();
    }

    private static Stream<String> steps(ValueSpace space, String name) {
        return aspect(space, name).stream()
                .flatMap(aspect -> Stream.of(aspect.steps()))
                .map(step -> step.lesser().says() + " -> " + step.greater().says());
    }

    @Test
    void anEventIsTriedJustWithinEachWindowAsOftenAsARuleAsks() {
        ValueSpace space = of(
                "Happened( factor == \"suspension\", withinDays == 30, times >= 2 )",
                "Happened( factor == \"suspension\", withinDays == 90 )");

        assertThat(values(space, "suspension"))
                .containsExactly(
                        "not asked", "yes on 2025-12-11", "yes on 2026-02-09, 2026-02-10", "yes without a day");
    }

    @Test
    void whatHappenedBeforeEveryWindowCountsWhereARuleAsksForAnyTime() {
        ValueSpace space =
                of("Happened( factor == \"suspension\", withinDays == 30 )", "Happened( factor == \"suspension\" )");

        assertThat(values(space, "suspension"))
                .containsExactly(
                        "not asked",
                        "yes on 2026-02-08",
                        "yes on 2026-02-09",
                        "yes without a day",
                        "yes on 2026-02-08 and without a day");
    }

    @Test
    void moreOftenThanThereAreDaysIsCounted() {
        ValueSpace space = of("Happened( factor == \"suspension\", withinDays == 1, times >= 3 )");

        assertThat(values(space, "suspension")).containsExactly("not asked", "yes 3 times within 1 day");
    }

    @Test
    void anOffenceIsTriedWithAndWithoutThePolice() {
        ValueSpace space =
                of("Offence( factor == \"robbery\", withinDays == 365 )", "Happened( factor == \"robbery\" )");

        assertThat(values(space, "robbery"))
                .containsExactly(
                        "not asked",
                        "yes on 2025-03-10",
                        "yes on 2025-03-11 by police",
                        "yes without a day",
                        "yes without a day by police",
                        "yes on 2025-03-10 and without a day by police");
    }

    @Test
    void aFigureIsTriedAtItsLimitAndBelowOnTheOldestDayOfItsWindow() {
        ValueSpace space = of("Measured( factor == \"longest-missing-episode\", value >= 24, withinDays == 90 )");

        assertThat(values(space, "longest-missing-episode"))
                .containsExactly("not asked", "yes, 24 on 2025-12-11", "yes, 24 without a day");
        assertThat(steps(space, "longest-missing-episode"))
                .containsExactly(
                        "not asked -> yes, 24 on 2025-12-11",
                        "not asked -> yes, 24 without a day",
                        "yes, 24 without a day -> yes, 24 on 2025-12-11");
    }

    @Test
    void answersThatARuleTellsApartAreTriedEach() {
        ValueSpace space = of("No( factor == \"debt-bondage\" )", "Unclear( factor == \"debt-bondage\" )");

        assertThat(values(space, "debt-bondage")).containsExactly("not asked", "no", "yet-to-clarify");
        assertThat(steps(space, "debt-bondage"))
                .as("unknown and yes lead here to the same as not asked, so that one step stands for both")
                .containsExactly(
                        "not asked -> yet-to-clarify",
                        "no -> unknown",
                        "no -> yet-to-clarify",
                        "yet-to-clarify -> yes");
    }

    @Test
    void whatMayLowerAResultHasNoSteps() {
        ValueSpace space = of(
                "NotYes( factor == \"trusted-adult\" )\n    Yes( factor == \"mace-open\" )",
                "Yes( factor == \"debt-bondage\" )\n    Yes( factor == \"proposed-gang-injunction\" )");

        assertThat(steps(space, "trusted-adult")).isEmpty();
        assertThat(steps(space, "mace-open")).isEmpty();
        assertThat(steps(space, "proposed-gang-injunction")).isEmpty();
        assertThat(steps(space, "debt-bondage")).containsExactly("not asked -> yes");
    }

    @Test
    void whatNoRuleAndNoGuardReadsIsNotTried() {
        ValueSpace space = of("Yes( factor == \"debt-bondage\" )");

        assertThat(space.aspects().stream().map(Aspect::name))
                .as("guards read immediate harm, police facts, consent and disputed ages")
                .containsExactly(
                        "threat-to-life",
                        "missing-now",
                        "debt-bondage",
                        "robbery",
                        "found-with-weapon",
                        "youth-disposal",
                        "proposed-gang-injunction",
                        "early-help-consent",
                        "age-disputed");
    }

    @Test
    void whoMadeContactAndTheAreaAreTriedWhereARuleReadsThem() {
        ValueSpace space = of("Contact( referredBy == POLICE )", "Area( attribute == \"gang-exit\" )");

        assertThat(values(space, "referredBy")).containsExactly("not asked", "police");
        assertThat(values(space, "area")).containsExactly("not asked", "`liverpool`");
    }

    @Test
    void oneYoungPersonStandsForEachClassOfAge() {
        ValueSpace space = of(
                "YoungPerson( age >= 13, age <= 15 )",
                "YoungPerson( daysTo18 <= 100 )",
                "YoungPerson( daysTo18 > 100 )");

        assertThat(space.ages().stream().map(AgeClass::says))
                .containsExactly(
                        "aged 14", "aged 16", "aged 17", "aged 9", "aged 18", "born on 2008-06-19", "of unknown age");
        assertThat(space.ageSteps())
                .as("an unknown age is at least each, and 17 at least each day of that year")
                .extracting(step -> space.ages().get(step.from()).says() + " -> "
                        + space.ages().get(step.to()).says())
                .contains("aged 14 -> of unknown age", "aged 9 -> of unknown age", "born on 2008-06-19 -> aged 17")
                .doesNotContain("aged 18 -> of unknown age");
    }
}
