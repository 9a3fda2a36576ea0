package org.waymark.ruleset.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.SmallRules;

/** What may come after a rule set: anything in which what was recorded still means what it meant. */
class CatalogueGuardTest {

    private static final String FACTORS = "factors.csv";
    private static final SmallRules BEFORE = SmallRules.of(SmallRules.GOOD);

    private static SmallRules factors(String from, String to) {
        String text = text();
        assertThat(text).contains(from);
        return BEFORE.with(FACTORS, text.replace(from, to));
    }

    private static String text() {
        return new String(BEFORE.files().all().get(FACTORS), StandardCharsets.UTF_8);
    }

    private static CatalogueGuard guard(SmallRules candidate) {
        return CatalogueGuard.of(
                CheckedRulesOfThisRepository.read(BEFORE.files()),
                CheckedRulesOfThisRepository.read(candidate.files()),
                candidate.files());
    }

    private static List<String> faults(SmallRules candidate) {
        return guard(candidate).faults().stream().map(RuleFault::toString).toList();
    }

    @Test
    void theSameCatalogueAndOneMoreFactorMayCome() {
        String more = "curfew,a curfew,state,,Is there a curfew?,There is a curfew,status,now,no,,,,,policy choice\n";

        assertThat(guard(BEFORE)).isEqualTo(new CatalogueGuard(List.of(), List.of()));
        assertThat(guard(BEFORE.with(FACTORS, text() + more)).ok()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gang,state,,Is there association with a gang?|gang,measure,times,Is there association with a gang?|kind",
                "episode,measure,hours|episode,measure,days|unit",
                "robbery,a robbery,event,,Is there a robbery?,There is a robbery,offending"
                        + "|robbery,a robbery,event,,Is there a robbery?,There is a robbery,harm|domain",
                "There is hurt by an adult,harm,dated|There is hurt by an adult,harm,now|carries",
                "There is hurt by an adult,harm,dated,yes|There is hurt by an adult,harm,dated,no|protective_answer",
                "There is a robbery,offending,dated,yes,,yes|There is a robbery,offending,dated,yes,,|offence",
            })
    void anotherMeaningIsAFaultAtTheFactorsOwnLine(String from, String to, String column) {
        List<RuleFault> faults = guard(factors(from, to)).faults();

        assertThat(faults).isNotEmpty().anySatisfy(fault -> {
            assertThat(fault.message()).startsWith("column `" + column + "`: ");
            assertThat(text().split("\n")[fault.place().line() - 1]).contains(from);
            assertThat(fault.fix()).contains("add a factor with an id of its own");
        });
    }

    @Test
    void aFactorThatIsGoneIsAFault() {
        String row = text().lines()
                        .filter(line -> line.startsWith("sofa-surfing,"))
                        .findFirst()
                        .orElseThrow() + "\n";

        assertThat(faults(factors(row, "")))
                .containsExactly("factors.csv:1:1: `sofa-surfing` (no settled place this week) is gone, and what is "
                        + "recorded names it; put its row back: no rule needs to read it");
    }

    @Test
    void aFactorWithAnotherNameIsRecognised() {
        assertThat(faults(factors("sofa-surfing,", "no-settled-place,")))
                .containsExactly("factors.csv:11:1: `sofa-surfing` (no settled place this week) is gone, and what is "
                        + "recorded names it; was it renamed to `no-settled-place`? A factor keeps its id, its label "
                        + "may change");
    }

    @Test
    void everyFaultIsToldAtOnceAndInTheOrderOfTheLines() {
        SmallRules candidate = factors(",offending,", ",harm,");

        assertThat(guard(candidate).faults()).hasSize(3).isSorted();
    }

    @Test
    void aLineIsCountedOverCellsOfSeveralLines() {
        SmallRules candidate = BEFORE.with(
                FACTORS,
                text().replace("There is missing now", "\"There is\nmissing now\"")
                        .replace("robbery,offending", "robbery,harm"));

        RuleFault fault = guard(candidate).faults().get(0);

        assertThat(text().split("\n")[fault.place().line() - 2]).startsWith("robbery,");
    }

    @Test
    void wordsAndMarksMayChangeAndWhatCountsAsYesIsShownFirst() {
        SmallRules candidate =
                factors("There is a robbery,offending,dated,yes,,", "They robbed,offending,dated,yes,raise-only,");

        CatalogueGuard guard = guard(candidate);

        assertThat(guard.ok()).isTrue();
        assertThat(guard.first()).extracting(Entry::id).containsExactly("robbery");
        assertThat(guard.first().get(0).details())
                .extracting(Detail::what)
                .containsExactly("sensitive mark", "what counts as yes");
    }

    @Test
    void aGroupThatChangedIsShownFirstWithTheLinesThatReadIt() {
        SmallRules candidate = BEFORE.with(
                        "rules.drl",
                        SmallRules.line(
                                "SG-15", "Several( group == \"abuse\", factors >= 1 )", ".to(SAFEGUARDING, SAME_DAY)"))
                .with(
                        "groups.csv",
                        new String(BEFORE.files().all().get("groups.csv"), StandardCharsets.UTF_8)
                                + "abuse,threat-to-life\n");

        assertThat(guard(candidate).first()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("abuse");
            assertThat(entry.readBy()).containsExactly("SG-15");
            assertThat(entry.details()).extracting(Detail::to).containsExactly("threat-to-life");
        });
    }
}
