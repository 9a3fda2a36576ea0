package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.ruleset.SmallRules.line;
import static org.waymark.ruleset.lint.Linted.DEBT;
import static org.waymark.ruleset.lint.Linted.SOON;
import static org.waymark.ruleset.lint.Linted.found;
import static org.waymark.ruleset.lint.Linted.lint;
import static org.waymark.ruleset.lint.Linted.of;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.ruleset.SmallRules;

/** What stands in for who a child is, where it leads somewhere and where it does not. */
class ProxyUseTest {

    /** What a line reads, what it gives, and how grave that is; nothing where it is none of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yes( factor == \"gang-association\" ) Yes( factor == \"debt-bondage\" )|.to(MACE, HIGH, SAME_DAY)|NOTE",
                "Happened( factor == \"suspension\" )|.to(MACE, STANDARD, SAME_DAY)|WARNING",
                "Happened( factor == \"suspension\" )|.to(MACE, SCREEN, SAME_DAY)|NOTE",
                "Happened( factor == \"suspension\" ) YoungPerson( age < 13 )|.to(MACE, STANDARD, SAME_DAY)|WARNING",
                "Happened( factor == \"suspension\" )|.to(SAFEGUARDING, SAME_DAY)|",
                "Yes( factor == \"debt-bondage\" )|.to(MACE, HIGH, SAME_DAY)|",
                "Several( group == \"first-pass\", factors >= 2 )|.to(MACE, STANDARD, SAME_DAY)|WARNING",
                "Several( group == \"first-pass\", factors >= 3 )|.to(MACE, STANDARD, SAME_DAY)|",
                "Several( group == \"first-pass\", factors >= 2 )|.to(MACE, SCREEN, SAME_DAY)|",
                "Yes( factor == \"debt-bondage\" ) Area( attribute == \"gang-exit\" )|.to(MACE, SCREEN, SAME_DAY)|WARNING",
                "Yes( factor == \"debt-bondage\" ) Area( attribute == \"gang-exit\" )|.withService(GANG_EXIT)|",
                "YoungPerson( age >= 10 ) Happened( factor == \"suspension\" )|.to(ENFORCEMENT, PLANNED)|FAULT",
                "YoungPerson( age >= 10 ) Happened( factor == \"found-with-weapon\" )|.to(ENFORCEMENT, PLANNED)|",
            })
    void aProxyIsToldWhereItLeadsToMaceOrEnforcement(String when, String then, Severity severity) {
        SmallRules rules = SmallRules.of(line("SG-01", when, then));
        String groups = new String(rules.files().all().get("groups.csv"), StandardCharsets.UTF_8);
        String more = "first-pass,suspension\nfirst-pass,gang-association\nfirst-pass,debt-bondage\n"
                + "police-facts,suspension\n";

        List<Finding> findings = of(FindingKind.SENSITIVE_PROXY, lint(rules.with("groups.csv", groups + more)));

        assertThat(findings).extracting(Finding::severity).isEqualTo(severity == null ? List.of() : List.of(severity));
    }

    @Test
    void aProxyThatMakesMaceFasterIsToldWithTheLineThatDoesWithout() {
        String beside =
                line("SG-02", DEBT + "\nYes( factor == \"gang-association\" )", ".to(MACE, STANDARD, SAME_DAY)");

        assertThat(found(FindingKind.SENSITIVE_PROXY, line("SG-01", DEBT, ".to(MACE, STANDARD, PLANNED)"), beside))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("sooner or higher than `SG-01`");
                });
        assertThat(found(FindingKind.SENSITIVE_PROXY, line("SG-01", DEBT, ".to(MACE, STANDARD, SAME_DAY)"), beside))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTE);
    }

    @ParameterizedTest
    @CsvSource({
        "drill-videos, videos, '', 1",
        "videos, drill music videos, '', 1",
        "videos, videos, '', 0",
        "estate-lived-on, where they live, '', 1",
        "hearing, a disability, '', 1",
        "hearing, a disability, raise-only, 0",
        "drilling, a warden, '', 0",
    })
    void aFactorNamedAfterWhatIsProtectedIsTold(String id, String label, String sensitive, int found) {
        SmallRules rules = SmallRules.of(line("SG-01", DEBT, SOON));
        String factors = new String(rules.files().all().get("factors.csv"), StandardCharsets.UTF_8);
        String row = "%s,%s,state,,Is it so?,It is so,online,until-changed,yes,%s,,,,policy choice%n"
                .formatted(id, label, sensitive);

        assertThat(of(FindingKind.SENSITIVE_PROXY, lint(rules.with("factors.csv", factors + row))))
                .hasSize(found);
    }
}
