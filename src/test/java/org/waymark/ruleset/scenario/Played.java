package org.waymark.ruleset.scenario;

import static org.waymark.ruleset.SmallRules.line;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Rule;

/** Scenarios that a test writes itself, run against a small rule set that has a condition of every kind. */
final class Played {

    static final Screener SCREENER = SmallRules.of(
                    line(
                            "SG-12",
                            "Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )\n"
                                    + "    YoungPerson( age <= 17 )",
                            ".to(SAFEGUARDING, SAME_DAY).andTo(MACE, STANDARD, ONE_WORKING_DAY)"),
                    line(
                            "SG-13",
                            "Yes( factor == \"debt-bondage\" )",
                            ".to(SAFEGUARDING, ONE_WORKING_DAY).andTo(MACE, HIGH, ONE_WORKING_DAY)"
                                    + ".withAction(NRM_REFERRAL, ONE_WORKING_DAY).withAction(SAFETY_PLAN)"),
                    line(
                            "SG-09",
                            "Measured( factor == \"longest-missing-episode\", value >= 24, withinDays == 90 )",
                            ".to(SAFEGUARDING, ONE_WORKING_DAY)"),
                    line(
                            "MA-02",
                            "Several( group == \"exploitation\", factors >= 2, withinDays == 90, domains >= 2 )",
                            ".to(MACE, SCREEN, FIVE_WORKING_DAYS)"),
                    line(
                            "GD-02",
                            "Unsettled( group == \"core\", factors >= 2 )",
                            ".blocking(NO_FURTHER_ACTION).flagging(INSUFFICIENT_INFORMATION)"),
                    line(
                            "EN-03",
                            "Offence( factor == \"found-with-weapon\", withinDays == 365 )\n"
                                    + "    YoungPerson( age >= 10, age <= 17 )",
                            ".to(ENFORCEMENT, FIVE_WORKING_DAYS)"),
                    line(
                            "EH-16",
                            "Yes( factor == \"housing-need\" )\n    not Recommended( pathway == SAFEGUARDING )",
                            ".to(EARLY_HELP, FIVE_WORKING_DAYS).withService(HOUSING)"),
                    line(
                            "SV-17",
                            "Recommended( pathway == SAFEGUARDING, urgency == SAME_DAY )",
                            ".withAction(STRATEGY_DISCUSSION)"),
                    line(
                            "SV-07",
                            "Area( attribute == \"gang-exit\" )\n    Unclear( factor == \"gang-association\" )",
                            ".withService(GANG_EXIT)"),
                    line(
                            "EH-10",
                            "Contact( referredBy == PARENT )\n    NotYes( factor == \"trusted-adult\" )",
                            ".withService(FAMILY_SUPPORT)"),
                    line(
                            "TR-01",
                            "YoungPerson( daysTo18 <= 183 )\n    Yes( factor == \"mace-open\" )",
                            ".withAction(TRANSITION_PLAN, TEN_WORKING_DAYS)"),
                    line("SV-05", "Yes( factor == \"sofa-surfing\" )", ".withService(HOUSING)"))
            .screener();

    private Played() {}

    /** A line of the small rule set. */
    static Rule rule(String line) {
        return SCREENER.ruleSet().rules().stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .orElseThrow();
    }

    /** The scenarios of one file, {@code cases.yaml}. */
    static Scenarios read(String yaml) {
        try {
            return ScenarioReader.read("scenarios", files(yaml), SCREENER.ruleSet());
        } catch (ScenariosRejected rejected) {
            throw new AssertionError(rejected.describe(), rejected);
        }
    }

    private static Map<String, byte[]> files(String yaml) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("cases.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** What is told of the scenarios that do not hold, one after the other; empty where all hold. */
    static String told(String yaml) {
        return read(yaml).run(SCREENER).failures().stream()
                .map(ScenarioFailure::text)
                .collect(Collectors.joining("\n"));
    }

    /** The faults for which the file is turned away, one a line; empty where it is not. */
    static String faults(String yaml) {
        return faults(yaml.getBytes(StandardCharsets.UTF_8)).stream()
                .map(RuleFault::toString)
                .collect(Collectors.joining("\n"));
    }

    static List<RuleFault> faults(byte[] content) {
        try {
            ScenarioReader.read("scenarios", Map.of("cases.yaml", content), SCREENER.ruleSet());
            return List.of();
        } catch (ScenariosRejected rejected) {
            return rejected.faults();
        }
    }
}
