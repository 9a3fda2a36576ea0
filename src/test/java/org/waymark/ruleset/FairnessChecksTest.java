package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.waymark.ruleset.SmallRules.line;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A label or a habit of the child's own gives no exploitation pathway by itself, whoever writes the rule. */
class FairnessChecksTest {

    private static void check(String when, String then) throws RuleSetRejected {
        Map<String, byte[]> files =
                new TreeMap<>(RuleFiles.in(ActiveRules.FOLDER).files());
        files.put("extra.drl", line("ZZ-01", when, then).getBytes(StandardCharsets.UTF_8));
        RuleSetReader.check(RuleFiles.of(files));
    }

    private static String faultOf(String when, String then) {
        return catchThrowableOfType(RuleSetRejected.class, () -> check(when, then))
                .describe();
    }

    @Test
    void gangInvolvementAloneAsksMaceToLookAndNoMore() {
        String label = "Yes( factor == \"gang-association\" )";

        assertThatCode(() -> check(label, ".to(MACE, SCREEN, FIVE_WORKING_DAYS)"))
                .doesNotThrowAnyException();
        assertThat(faultOf(label, ".to(MACE, STANDARD, FIVE_WORKING_DAYS)"))
                .contains("extra.drl:1:6: `ZZ-01` gives MACE above `screen` for gang involvement", "(GD-09)");
        assertThat(faultOf(
                        "Unclear( factor == \"gang-association\" ) Happened( factor == \"suspension\" )",
                        ".to(MACE, HIGH, SAME_DAY)"))
                .contains("(GD-09)");
    }

    @Test
    void gangInvolvementBesideASignOfExploitationMayGiveMore() {
        String label = "Yes( factor == \"gang-association\" ) ";

        assertThatCode(() -> check(
                        label + "Yes( factor == \"older-peers-or-controller\" )", ".to(MACE, HIGH, ONE_WORKING_DAY)"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(
                        label + "Several( group == \"exploitation-strong\", factors >= 1 )",
                        ".to(MACE, HIGH, ONE_WORKING_DAY)"))
                .doesNotThrowAnyException();
    }

    @Test
    void usingDrugsAloneGivesNoMaceAtAnyLevelOrAge() {
        assertThat(faultOf("Yes( factor == \"child-drug-misuse\" )", ".to(MACE, SCREEN, FIVE_WORKING_DAYS)"))
                .contains("`ZZ-01` gives MACE for drug or alcohol use alone", "(GD-08)");
        assertThat(faultOf(
                        "YoungPerson( age < 14 ) Yes( factor == \"child-alcohol-misuse\" )",
                        ".to(MACE, SCREEN, FIVE_WORKING_DAYS)"))
                .contains("(GD-08)");
        assertThatCode(() -> check(
                        "Yes( factor == \"child-drug-misuse\" ) Yes( factor == \"unexplained-money-goods\" )",
                        ".to(MACE, SCREEN, FIVE_WORKING_DAYS)"))
                .doesNotThrowAnyException();
    }
}
