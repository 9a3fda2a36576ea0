package org.waymark.cli.load.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Json;
import org.waymark.casework.stream.Line;
import org.waymark.screening.SmallCatalogue;
import tools.jackson.databind.JsonNode;

/** Rows become assessments; a cell that is not understood is a rejected row, and an empty one says nothing. */
class TableRowsTest {

    private static final String HEAD = "Id,Date,Child,Gang,Missing,Hours,Codes\n";

    private static List<Line> lines(TableInput table) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Optional<Line> line = table.next(); line.isPresent(); line = table.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    private static JsonNode only(String row) throws Exception {
        List<Line> lines = lines(MappingFaultsTest.table(HEAD + row));
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).refused()).isEmpty();
        return Json.read(new String(lines.get(0).body(), StandardCharsets.UTF_8));
    }

    private static String reason(String row) throws Exception {
        return lines(MappingFaultsTest.table(HEAD + row))
                .get(0)
                .refused()
                .orElseThrow()
                .json();
    }

    @Test
    void a_row_is_an_assessment() throws Exception {
        JsonNode read = only("A-1,11/03/2026,C-1,Y,06/03/2026,30,20; D ;X\n");
        assertThat(read.path("assessmentId").asString()).isEqualTo("A-1");
        assertThat(read.path("assessedAt").asString()).isEqualTo("2026-03-11T00:00:00Z");
        assertThat(read.at("/youngPerson/reference").asString()).isEqualTo("C-1");
        assertThat(read.path("observations").toString())
                .isEqualTo(
                        "[{\"factor\":\"gang-association\",\"answer\":\"yes\"},"
                                + "{\"factor\":\"going-missing\",\"answer\":\"yes\",\"dates\":[\"2026-03-06\"]},"
                                + "{\"factor\":\"housing-need\",\"answer\":\"yes\"},"
                                + "{\"factor\":\"debt-bondage\",\"answer\":\"yes\"},"
                                + "{\"factor\":\"trusted-adult\",\"answer\":\"no\"},"
                                + "{\"factor\":\"longest-missing-episode\",\"answer\":\"yes\",\"value\":30,\"on\":\"2026-03-06\"}]");
    }

    @Test
    void an_empty_cell_was_not_asked_and_a_no_is_written_out() throws Exception {
        assertThat(only("A-1,11/03/2026,C-1,,,,\n").path("observations")).isEmpty();
        assertThat(only("A-1,11/03/2026,C-1,no,,,\n")
                        .at("/observations/0/answer")
                        .asString())
                .isEqualTo("no");
        assertThat(only("A-1,11/03/2026,C-1,?,,,\n")
                        .at("/observations/0/answer")
                        .asString())
                .isEqualTo("yet-to-clarify");
    }

    @Test
    void a_cell_that_is_not_understood_rejects_the_row_and_names_column_and_value() throws Exception {
        assertThat(reason("A-1,11/03/2026,C-1,Nein,31/02/2026,long,20;Z\n"))
                .contains("column `Gang`: `Nein` means nothing")
                .contains("column `Missing`: `31/02/2026` is no day")
                .contains("column `Hours`: `long` is no figure")
                .contains("column `Codes`: `Z` means nothing");
        assertThat(reason("A-1,11/03/2026,C-1,Y\n")).contains("has 4 cells, and the first row has 7");
    }

    @Test
    void rows_of_one_assessment_come_together_where_the_mapping_says_so() throws Exception {
        String mapping = MappingFaultsTest.GOOD.replace("fields:", "groupBy: Id\nfields:");
        String text = HEAD + "A-1,10/03/2026,C-1,,06/03/2026,,\nA-1,11/03/2026,C-1,Y,01/03/2026,,\n"
                + "A-2,11/03/2026,C-2,Y,,,\nA-3,11/03/2026,C-3,,,,\nA-3,11/03/2026,C-4,,,,\n";
        List<Line> lines = lines(new TableInput(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "t.csv",
                MappingFaultsTest.mapping(mapping),
                SmallCatalogue.catalogue()));
        assertThat(lines).extracting(Line::number).containsExactly(2L, 4L, 5L);
        JsonNode first = Json.read(new String(lines.get(0).body(), StandardCharsets.UTF_8));
        assertThat(first.path("assessedAt").asString()).isEqualTo("2026-03-11T00:00:00Z");
        assertThat(first.at("/observations/0/dates").toString()).isEqualTo("[\"2026-03-01\",\"2026-03-06\"]");
        assertThat(lines.get(2).refused().orElseThrow().json()).contains("both `C-3` and `C-4`");
    }

    @Test
    void what_is_rejected_is_mended_in_the_report_and_read_back() throws Exception {
        TableInput table = MappingFaultsTest.table(HEAD + "=1+1,11/03/2026,\"C\n'1\",Nein,,,\nA-2,11/03/2026,C-2\n");
        List<Line> lines = lines(table);
        String report = table.reportHead();
        for (Line line : lines) {
            report += table.rejected(line.number(), line.refused().orElseThrow());
        }
        assertThat(report).startsWith("Id,Date,Child,Gang,Missing,Hours,Codes,line,reason\r\n'=1+1,");
        List<Line> again = lines(MappingFaultsTest.table(report));
        assertThat(again).allMatch(line -> line.refused().isPresent());
        Line mended =
                lines(MappingFaultsTest.table(report.replace("Nein", "N"))).get(0);
        JsonNode read = Json.read(new String(mended.body(), StandardCharsets.UTF_8));
        assertThat(read.path("assessmentId").asString()).isEqualTo("=1+1");
        assertThat(read.at("/youngPerson/reference").asString()).isEqualTo("C\n'1");
    }

    @Test
    void a_quotation_mark_without_its_other_ends_the_table_there() throws Exception {
        TableInput table = MappingFaultsTest.table(HEAD + "A-1,11/03/2026,C-1,,,,\n\"A-2,11/03/2026,C-1,,,,\n");
        assertThat(table.next()).isPresent();
        assertThatThrownBy(table::next).isInstanceOf(IOException.class).hasMessageContaining("quotation mark");
    }

    @Property
    void no_cell_is_run_by_a_spreadsheet_and_each_is_read_back_as_it_was(@ForAll String cell) {
        String written = Formulas.defused(cell);
        assertThat(written.isEmpty() || "=+-@\t\r".indexOf(written.charAt(0)) < 0)
                .isTrue();
        assertThat(Formulas.restored(written)).isEqualTo(cell);
    }
}
