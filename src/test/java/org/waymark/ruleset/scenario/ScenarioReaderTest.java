package org.waymark.ruleset.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy officer reads after a slip in a scenario: every fault at once, each at its line. */
class ScenarioReaderTest {

    @Test
    void readsABareYesAndABareDayAsTheyAreWritten() {
        assertThat(Played.faults("""
                - rule: SG-12
                  fires:
                    dateOfBirth: 2012-05-02
                    observations:
                      - {factor: going-missing, answer: yes, dates: [2026-03-01, 2026-03-02, 2026-03-03]}
                """)).isEmpty();
    }

    @Test
    void tellsEveryFaultOfALineAtOnce() {
        assertThat(Played.faults("""
                - rule: SG-11
                  fire:
                    observations: []
                  gives: {pathway: [x]}
                  below:
                    - observations:
                        - {factor: gone-missing, answer: yes, dayAgo: 3}
                    - why: x
                      observations:
                        - {factor: going-missing, answer: yse, daysAgo: [-1, 2, x]}
                        - {factor: debt-bondage, answer: yes, daysAgo: 2}
                        - {factor: longest-missing-episode, answer: yes, daysAgo: [2, 3], value: "30"}
                        - {factor: going-missing, answer: yes, daysAgo: [2, 2]}
                        - {factor: going-missing, answer: yes, daysAgo: [2], dates: [2026-01-01]}
                        - going-missing
                        - {factor: going-missing, factor: going-missing, answer: yes}
                    - why: []
                      age: fourteen
                      area: Sefton
                      referredBy: police officer
                      observations: {}
                - rule: SG-12
                - 7
                - SG-12:
                """)).isEqualTo("""
                cases.yaml:1:9: no line `SG-11` in the rule set; did you mean `SG-12`?
                cases.yaml:2:3: unknown key `fire`; did you mean `fires`?
                cases.yaml:4:11: unknown key `pathway`; did you mean `pathways`?
                cases.yaml:6:7: there is no `why`; say what is missing to the threshold
                cases.yaml:7:20: unknown factor `gone-missing`, did you mean `going-missing`?
                cases.yaml:7:47: unknown key `dayAgo`; did you mean `daysAgo`?
                cases.yaml:10:43: unknown code `yse`, allowed: `yes`, `no`, `unknown` or `yet-to-clarify`
                cases.yaml:10:58: found `-1` where a whole number from 0 to 36500 must stand
                cases.yaml:10:65: found `x` where a whole number from 0 to 36500 must stand
                cases.yaml:11:56: `debt-bondage` is of the kind `state`, which has no `dates`, allowed: `since`
                cases.yaml:12:67: a figure is of one day, and 2 stand here; write one observation a day
                cases.yaml:12:82: expected a number from 0 to 100000 with 3 decimals at most, found the string `30`
                cases.yaml:13:61: `2026-03-09` is there twice: two occurrences on one day count once
                cases.yaml:14:57: `daysAgo` stands beside another day; keep one
                cases.yaml:15:11: found `going-missing` where an observation, such as `{factor: going-missing, answer: "yes"}`, must stand
                cases.yaml:16:35: the key `factor` stands twice; keep one
                cases.yaml:17:12: found a list where a sentence must stand
                cases.yaml:18:12: expected a whole number from 0 to 120, found the string `fourteen`
                cases.yaml:19:13: `Sefton` is not kebab-case: lower-case letters and digits, words joined by one hyphen
                cases.yaml:20:19: unknown code `police officer`, allowed: `police`, `school`, `health`, `social-care`, `youth-justice`, `housing`, `voluntary-sector`, `parent`, `self`, `anonymous`, `other-area` or `other`
                cases.yaml:21:21: found fields where a list of observations must stand
                cases.yaml:22:3: nothing is said of the line; add `fires:` and `below:`, or `gives:`
                cases.yaml:23:3: found `7` where an entry that begins with `rule:` or `case:` must stand
                cases.yaml:24:3: unknown key `SG-12`; allowed are `alsoFires`, `below`, `fires`, `gives`, `rule`
                cases.yaml:24:3: there is no `rule`; name the line, such as `SG-12`""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "pathways: [safegarding same-day] | 22: unknown pathway `safegarding`; did you mean `safeguarding`?",
                "pathways: [safeguarding soon] | 22: `soon` is no level and no urgency; allowed are `five-working-days`,"
                        + " `high`, `immediate`, `one-working-day`, `planned`, `same-day`, `screen`, `standard`,"
                        + " `ten-working-days`",
                "pathways: [safeguarding same-dya] | 22: `same-dya` is no level and no urgency; did you mean `same-day`?",
                "pathways: [mace same-day] | 22: `mace same-day` does not say all that a pathway has; write an urgency,"
                        + " and for `mace` and no other a level: `mace high same-day`",
                "pathways: [safeguarding high same-day] | 22: `safeguarding high same-day` does not say all that a"
                        + " pathway has; write an urgency, and for `mace` and no other a level: `mace high same-day`",
                "pathways: [mace at least high same-day] | 22: `mace at least high same-day` is not what a line gives;"
                        + " write what it gives, without `at least`",
                "services: [housing now] | 22: the word `now` stands behind what has no level and no urgency; put a"
                        + " comma between the items of a list",
                "actions: [safety-plan high] | 21: `high` is no urgency; allowed are `five-working-days`, `immediate`,"
                        + " `one-working-day`, `planned`, `same-day`, `ten-working-days`",
                "actions: [{safety-plan: same-day}] | 21: found fields where words such as `mace high same-day` must"
                        + " stand",
                "blocks: | 18: found nothing where a word or a list must stand",
                "flags: [stael] | 19: unknown flag `stael`; did you mean `stale`?",
            })
    void tellsWhatIsWrongWithWhatALineGives(String given, String told) {
        assertThat(Played.faults("- rule: SG-12\n  gives: {" + given + "}\n")).isEqualTo("cases.yaml:2:" + told);
    }

    @Test
    void tellsEveryFaultOfAWholeCase() {
        assertThat(Played.faults("""
                - case: A case
                  given:
                    observations: []
                  timeline:
                    - contact: a
                - case: A case
                  expect: {}
                - case: B
                  timeline: []
                - case: C
                  timeline:
                    - contact: one
                      daysAgo: 3
                      observations: []
                    - contact: one
                      daysAgo: 3
                      assessedAt: 2026-01-01
                      amends: two
                      observations: []
                    - daysAgo: 1
                      observations: []
                    - contact: five
                      daysAgo: 30
                      observations: []
                  expect: {primary: [x], pathway: [mace], questions: [going-missin], rules: [SG-1, EN-01], services: []}
                  never: none
                - case: D
                  given:
                    observations: []
                - case: E
                  given:
                    observations: []
                    day: 3
                  expect: {primary: universal}
                  nevr: {}
                """)).isEqualTo("""
                cases.yaml:1:3: both `given` and `timeline` are there; write `given:` for one contact, `timeline:` for several
                cases.yaml:5:7: nobody says when the contact was; write `daysAgo: 0` for 11 March 2026, or `assessedAt:` with day and hour
                cases.yaml:5:7: there is no `observations`; write `observations: []` where nothing is known
                cases.yaml:6:3: nothing is given; write `given:` for one contact, `timeline:` for several
                cases.yaml:6:9: a case `A case` stands before this one; name it otherwise
                cases.yaml:9:13: the time line has no contact; add one, or write `given:`
                cases.yaml:15:7: both `daysAgo` and `assessedAt` are there; write `daysAgo: 0` for 11 March 2026, or `assessedAt:` with day and hour
                cases.yaml:15:16: a contact `one` stands before this one; name it otherwise
                cases.yaml:17:19: `2026-01-01` is not an instant such as `2026-03-11T10:30:00Z`
                cases.yaml:18:15: no earlier contact `two`; allowed are `one`
                cases.yaml:20:7: there is no `contact`; name it, such as `contact: first visit`
                cases.yaml:22:7: the contact `five` is not later than the one before it; write contacts in the order in which they were made; `daysAgo` becomes smaller
                cases.yaml:25:22: unknown primary `x`; allowed are `early-help`, `enforcement`, `mace`, `safeguarding`, `universal`
                cases.yaml:25:26: unknown key `pathway`; did you mean `pathways`?
                cases.yaml:25:55: unknown question `going-missin`; did you mean `going-missing`?
                cases.yaml:25:78: unknown rule `SG-1`; did you mean `SG-12`?
                cases.yaml:25:102: an empty list of services says nothing; take it out, or name under `never:` what must not come out
                cases.yaml:26:10: found `none` where what comes out, such as `primary: safeguarding`, must stand
                cases.yaml:27:3: the case expects nothing; add `expect:` or `never:`
                cases.yaml:33:5: unknown key `day`; allowed are `age`, `area`, `assessedAt`, `dateOfBirth`, `observations`, `placedByArea`, `previousReferences`, `receivedAt`, `reference`, `referredBy`
                cases.yaml:35:3: unknown key `nevr`; did you mean `never`?""");
    }

    @Test
    void takesPlainYamlOnly() {
        assertThat(Played.faults("a: b\n"))
                .isEqualTo("cases.yaml:1:1: found fields where a list of scenarios, each after a hyphen, must stand");
        assertThat(Played.faults("- a: [b\n"))
                .isEqualTo("cases.yaml:2:1: the file is not YAML: expected ',' or ']', but got <stream end>");
        assertThat(Played.faults("- &a x\n- *a\n- !!int 3\n")).isEqualTo("""
                cases.yaml:1:3: an anchor gives something a name; take out `&` and the name behind it
                cases.yaml:2:3: an alias stands for something written elsewhere; write it out
                cases.yaml:3:3: a tag says of what type something is; take out `!` and the word behind it""");
        assertThat(Played.faults("- rule: SG-12\n---\n- rule: SG-12\n"))
                .isEqualTo("cases.yaml:2:1: a second document begins; take the line of three hyphens out");
        assertThat(Played.faults("- " + "[".repeat(500) + "]".repeat(500)))
                .isEqualTo("cases.yaml:1:14: more than 12 levels stand within one another; no case needs so many");
        assertThat(Played.faults("- \"a\\nb\"\n"))
                .isEqualTo("cases.yaml:1:5: the character `\\` is not allowed; take it out");
    }

    @Test
    void takesNoOtherFileForScenarios() {
        assertThatThrownBy(() -> ScenarioReader.read(
                        "scenarios",
                        Map.of("cases.yml", "- rule: SG-12".getBytes(StandardCharsets.UTF_8)),
                        Played.SCREENER.ruleSet()))
                .isInstanceOf(ScenariosRejected.class)
                .hasMessage("1 fault in the scenarios:\n"
                        + "- cases.yml:1:1: `cases.yml` is not a file of scenarios; scenarios end in .yaml");
    }

    @Test
    void readsAFolderInTheOrderOfItsFilesAndPassesOverWhatStandsThereForPeople(@TempDir Path folder)
            throws IOException, ScenariosRejected {
        String entry = "- case: %s\n  given:\n    observations: []\n  expect: {primary: universal}\n";
        Files.writeString(folder.resolve("b.yaml"), entry.formatted("second"));
        Files.writeString(folder.resolve("a.yaml"), entry.formatted("first"));
        Files.writeString(folder.resolve("README.md"), "for people");

        Scenarios scenarios = ScenarioReader.read(folder, Played.SCREENER.ruleSet());

        assertThat(scenarios.wholeCases()).extracting(WholeCase::name).containsExactly("first", "second");
        assertThat(scenarios.all().get(1).place()).hasToString("b.yaml:1:3");
    }
}
