package org.waymark.cli.load.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.cli.UsersFault;
import org.waymark.screening.SmallCatalogue;

/** What is wrong with a mapping is told all at once, each fault with its place and what to do. */
class MappingFaultsTest {

    static final String GOOD = """
            dates: ["dd/MM/yyyy"]
            fields:
              assessmentId: {column: Id}
              sourceSystem: {value: test}
              assessedAt: {column: Date}
              reference: {column: Child}
              area: {value: sefton}
            factors:
              - column: Gang
                factor: gang-association
                yes: [Y, yes]
                no: [N, no]
                unknown: [U]
                yet-to-clarify: ["?"]
              - {column: Missing, factor: going-missing, holds: day}
              - {column: Hours, factor: longest-missing-episode, holds: figure, on: Missing}
              - column: Codes
                separator: ";"
                codes: {20: housing-need, D: [debt-bondage, {trusted-adult: no}]}
                ignore: [X]
            """;

    static Mapping mapping(String text) {
        return MappingReader.read("m.yaml", text, SmallCatalogue.catalogue());
    }

    @Test
    void every_fault_is_told_at_once_with_its_place_and_a_likely_fix() {
        String wrong = GOOD.replace("gang-association", "gang-asociation")
                .replace("assessmentId: {column: Id}", "assesmentId: {column: Id}")
                .replace("dd/MM/yyyy", "dd/qq/bbbb")
                .replace("{trusted-adult: no}", "{trusted-adult: nay}")
                .replace("going-missing, holds: day", "housing-need, holds: day");
        Throwable fault = catchThrowable(() -> mapping(wrong));
        assertThat(fault).isInstanceOf(UsersFault.class);
        List<String> lines = String.valueOf(fault.getMessage()).lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).startsWith("m.yaml:1:9: `dd/qq/bbbb`");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("m.yaml:3:3: unknown name `assesmentId`, did you mean `assessmentId`?"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("`fields` says nothing of `assessmentId`"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "m.yaml:10:13: unknown factor `gang-asociation`, did you mean `gang-association`?"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("`housing-need` does not happen on a day"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("unknown answer `nay`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a: [", "- a\n- b", "!!javax.script.ScriptEngineManager [1]", "a: &x [*x]", "just text"})
    void what_is_no_mapping_is_told_so(String text) {
        assertThatThrownBy(() -> mapping(text)).isInstanceOf(UsersFault.class).hasMessageContaining("m.yaml:1:");
    }

    @Test
    void a_column_that_the_file_does_not_have_is_told_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> table("Id,Date,Child,Gang,Misssing,Hours,Codes\n"))
                .isInstanceOf(UsersFault.class)
                .hasMessageContaining("there is no column `Missing` in t.csv, did you mean `Misssing`?");
    }

    static TableInput table(String text) throws Exception {
        return new TableInput(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "t.csv",
                mapping(GOOD),
                SmallCatalogue.catalogue());
    }
}
