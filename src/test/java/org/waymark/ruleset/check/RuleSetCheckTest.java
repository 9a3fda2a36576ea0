package org.waymark.ruleset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.RuleFiles;

/** The whole check, on the repository's rules and on the slips of a policy officer. */
class RuleSetCheckTest {

    private static final RuleFiles GOOD = RuleFiles.in(ActiveRules.FOLDER);

    private static CheckReport check(String file, String was, String is) {
        SortedMap<String, byte[]> files = GOOD.all();
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(was);
        files.put(file, text.replace(was, is).getBytes(StandardCharsets.UTF_8));
        return RuleSetCheck.of(RuleFiles.of(files), section -> {});
    }

    private static Section section(CheckReport report, String name) {
        return report.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.toString()));
    }

    @Test
    void theRepositorysRulesPassAndEachSectionIsTold() {
        List<Section> heard = new ArrayList<>();

        CheckReport report = RuleSetCheck.of(GOOD, heard::add);

        assertThat(report.failed()).isEmpty();
        assertThat(report.name()).isEqualTo("2026.1");
        assertThat(report.hash()).isEqualTo(ActiveRules.ruleSet().hash());
        assertThat(heard).isEqualTo(report.sections());
        assertThat(heard)
                .extracting(Section::name)
                .containsExactly(
                        "Rules",
                        "Register",
                        "Engine",
                        "Scenarios",
                        "Meaning",
                        "Coverage",
                        "Vocabulary",
                        "Safety",
                        "Mutation");
    }

    @Test
    void rulesThatCannotBeReadAreLookedAtNoFurther() {
        CheckReport report =
                check("mace.drl", "refer.to(MACE, HIGH, ONE_WORKING_DAY)", "refer.to(MACE, HIGHEST, ONE_WORKING_DAY)");

        assertThat(report.ok()).isFalse();
        assertThat(report.name()).isNull();
        assertThat(report.sections()).extracting(Section::name).containsExactly("Rules");
        assertThat(section(report, "Rules").details())
                .anyMatch(line -> line.startsWith("mace.drl:") && line.contains("`HIGHEST`"));
    }

    @Test
    void aWindowThatBecameShorterIsNoticedByTheScenariosAndNothingIsHidden() {
        CheckReport report = check(
                "safeguarding.drl",
                "Happened( factor == \"weapon-carrying\", withinDays == 30 )",
                "Happened( factor == \"weapon-carrying\", withinDays == 28 )");

        assertThat(report.failed()).extracting(Section::name).contains("Scenarios");
        assertThat(section(report, "Scenarios").details())
                .anyMatch(line -> line.contains("SG-03a should fire"))
                .anyMatch(line -> line.contains("withinDays == 28"));
    }

    @Test
    void aRuleSetWithoutScenariosFails() {
        SortedMap<String, byte[]> files = GOOD.all();
        files.keySet().removeIf(name -> name.startsWith(RuleFiles.SCENARIOS));

        CheckReport report = RuleSetCheck.of(RuleFiles.of(files), section -> {});

        assertThat(section(report, "Scenarios").ok()).isFalse();
        assertThat(section(report, "Scenarios").details())
                .anyMatch(line -> line.contains("a rule set without tests is not checked"));
        assertThat(section(report, "Coverage").ok()).isFalse();
        assertThat(section(report, "Mutation").ok()).isFalse();
    }

    @Test
    void aRowOfTheRegisterThatNoFileHasFails() {
        CheckReport report = check("register.csv", "\nSG-01a,rule,", "\nSG-99z,rule,");

        assertThat(section(report, "Register").details())
                .anyMatch(line -> line.contains("no rule file has a line `SG-99z`"))
                .anyMatch(line -> line.contains("`SG-01a` is not in `register.csv`"));
    }

    @Test
    void aBrokenScenarioFileFailsWithItsLine() {
        SortedMap<String, byte[]> files = GOOD.all();
        files.putAll(Map.of("scenarios/broken.yaml", "- rule: SG-01a\n  fires: 3\n".getBytes(StandardCharsets.UTF_8)));

        CheckReport report = RuleSetCheck.of(RuleFiles.of(files), section -> {});

        assertThat(section(report, "Scenarios").details()).anyMatch(line -> line.contains("broken.yaml:2"));
    }
}
