package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.waymark.screening.rule.Rule;

class RegisterTest {

    private static final String HEADER = "id,kind,title,where\n";

    @Test
    void everyRowOfTheRepositorysRegisterIsKeptWhereItSays() throws RuleSetRejected {
        Register register = Register.of(RuleFiles.in(ActiveRules.FOLDER));

        assertThat(register.against(ActiveRules.ruleSet().rules())).isEmpty();
        assertThat(register.count(Register.Kind.RULE)).isEqualTo(395);
        assertThat(register.count(Register.Kind.GUARD)).isEqualTo(12);
        assertThat(register.count(Register.Kind.CASEWORK)).isEqualTo(5);
    }

    /** The specification of the rules lies beside the repository where it is built by those who wrote both. */
    @Test
    void everyRowOfTheSpecificationIsInTheRegister() throws RuleSetRejected, IOException {
        Path specification =
                Path.of(System.getProperty("waymark.shared", "../shared")).resolve("domain/rules.csv");
        Assumptions.assumeTrue(Files.exists(specification), "the specification is not here");
        List<String> ids;
        try (CSVParser parser = CSVParser.parse(
                Files.readString(specification),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            ids = parser.stream()
                    .map(row -> row.get("id") + " " + row.get("kind").replace("screening", "rule"))
                    .toList();
        }

        assertThat(ids).hasSizeGreaterThan(400);
        assertThat(Register.of(RuleFiles.in(ActiveRules.FOLDER)).rows())
                .map(row -> row.id() + " " + row.kind().name().toLowerCase(java.util.Locale.ROOT))
                .containsAll(ids);
    }

    @Test
    void aRuleThatDroppedOutAndOneThatNobodyWroteDownAreTold() throws RuleSetRejected {
        assertThat(told("SG-13,rule,A debt and a threat,\n")).containsExactly("""
                        register.csv:2:1: no rule file has a line `SG-13`; did you mean `SG-12`?
                        rules.drl:1:6: `SG-12` is not in `register.csv`; add a row of kind `rule`""".split("\n"));
    }

    @Test
    void aGuardOrAClockThatNobodyKeepsIsTold() throws RuleSetRejected {
        assertThat(told("SG-12,rule,Missing,\nGD-12,guard,Something,kept somewhere\nSY-19,casework,A clock,a clock\n"
                        + "GD-06,casework,A signature,over a decision\n"))
                .containsExactly(
                        "register.csv:3:1: `GD-12` is not among what is kept in Java; did you mean `GD-10`?",
                        "register.csv:4:1: `SY-19` is not among what casework keeps; did you mean `SY-09`?");
    }

    @Test
    void aRowThatIsARuleAndCaseworkIsTold() throws RuleSetRejected {
        assertThat(told("SG-12,casework,Missing,a clock\n"))
                .containsExactly("register.csv:2:1: `SG-12` is left to casework here and is a line of a rule file too; "
                        + "make it a row of kind `rule`");
    }

    @Test
    void everythingThatIsWrongWithTheTableIsToldAtOnce() {
        assertThat(faults(
                        "SG-12,rul,Missing,\nSG-13,guard,A debt,\nSG-12,rule,Missing\nSG-14,rule,a,\nSG-14,rule,b,\n"))
                .containsExactly(
                        "register.csv:2:1: unknown kind `rul`; did you mean `rule`?",
                        "register.csv:3:1: `SG-13` is no rule and does not say where it is kept; fill `where`",
                        "register.csv:4:1: the row has 3 cells where the header has 4; "
                                + "put a cell with a comma in quotation marks",
                        "register.csv:6:1: `SG-14` stands twice, first at line 5; take one out");
    }

    @Test
    void aRuleSetWithoutARegisterSaysSo() {
        assertThatExceptionOfType(RuleSetRejected.class)
                .isThrownBy(() -> Register.of(SmallRules.of(SmallRules.GOOD).files()))
                .withMessageContaining("the rule set has no `register.csv`");
    }

    private static Stream<String> told(String rows) throws RuleSetRejected {
        RuleFiles files = SmallRules.of(SmallRules.GOOD)
                .with(Register.FILE, HEADER + rows)
                .files();
        List<Rule> rules = RuleSetReader.check(files).rules();
        return Register.of(files).against(rules).stream().map(RuleFault::toString);
    }

    private static List<String> faults(String rows) {
        RuleFiles files = SmallRules.of(SmallRules.GOOD)
                .with(Register.FILE, HEADER + rows)
                .files();
        try {
            Register.of(files);
            return List.of();
        } catch (RuleSetRejected rejected) {
            return rejected.faults().stream().map(RuleFault::toString).collect(Collectors.toList());
        }
    }
}
