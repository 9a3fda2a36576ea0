package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.Rule;

/** A decision table that is saved as a workbook says what the same table says as text. */
class WorkbooksTest {

    private static final String ROW = "SG-90 Missing twice|going-missing|30|2|SAME_DAY||Missing.|policy choice";

    private static String told(Consumer<XSSFSheet> then) {
        return SmallRules.of(SmallRules.GOOD)
                .with("more.drl.xlsx", SavedWorkbook.of(SmallRules.table(ROW), then))
                .told();
    }

    /** All that a rule says, and the cell that it stands in. */
    private static List<?> said(Rule rule) {
        Place place = rule.place();
        return List.of(
                rule.id(),
                rule.title(),
                rule.statement(),
                rule.source(),
                rule.conditions(),
                rule.conclusions(),
                rule.stage(),
                place.line(),
                place.column());
    }

    @Test
    void theThresholdsOfThisRepositoryAreTheSameAsAWorkbook() throws RuleSetRejected {
        RuleFiles repository = RuleFiles.in(Path.of("rules"));
        Map<String, byte[]> files = repository.all();
        String csv = new String(files.remove("thresholds.drl.csv"), StandardCharsets.UTF_8);
        files.put("thresholds.drl.xlsx", SavedWorkbook.of(csv, sheet -> {}));

        List<Rule> asWorkbook = RuleSetReader.check(RuleFiles.of(files)).rules();

        assertThat(asWorkbook.stream().map(WorkbooksTest::said))
                .containsExactlyElementsOf(RuleSetReader.check(repository).rules().stream()
                        .map(WorkbooksTest::said)
                        .toList());
        assertThat(asWorkbook)
                .filteredOn(rule -> rule.place().file().equals("thresholds.drl.xlsx"))
                .hasSizeGreaterThan(80);
    }

    @Test
    void aTableWithWhichNothingIsWrongIsTaken() {
        assertThat(told(sheet -> {})).isEmpty();
    }

    @Test
    void aFaultNamesTheSheetAndTheCell() {
        assertThat(told(sheet -> sheet.getRow(7).getCell(1).setCellValue("going-mising")))
                .isEqualTo("more.drl.xlsx, first sheet, cell B8: unknown factor `going-mising`;"
                        + " did you mean `going-missing`? (docs/lint/factor-unknown.md)");
    }

    @Test
    void aFormulaIsTurnedAwayAndSoIsWhatAReaderDoesNotSee() {
        assertThat(told(sheet -> {
                    sheet.getRow(7).getCell(2).setCellFormula("15+15");
                    sheet.getRow(7).setZeroHeight(true);
                    sheet.setColumnHidden(4, true);
                    sheet.getWorkbook()
                            .createSheet("Notes")
                            .createRow(0)
                            .createCell(0)
                            .setCellValue("x");
                }))
                .isEqualTo("""
                        more.drl.xlsx, first sheet, cell A1: the sheet `Notes` is not read, and holds something; \
                        keep the table on the first sheet, and take the others out
                        more.drl.xlsx, first sheet, cell E1: the column is hidden; show it, or take it out
                        more.drl.xlsx, first sheet, cell A8: the row is hidden; show it, or take it out
                        more.drl.xlsx, first sheet, cell C8: the cell holds a formula; write what it comes to""");
    }

    @Test
    void aNumberThatBecameADateIsTold() {
        String told = told(sheet -> {
            CellStyle date = sheet.getWorkbook().createCellStyle();
            date.setDataFormat((short) 14);
            Cell cell = sheet.getRow(7).getCell(2);
            cell.setCellValue(LocalDate.parse("2026-01-30"));
            cell.setCellStyle(date);
        });

        assertThat(told).startsWith("more.drl.xlsx, first sheet, cell C8: the cell holds a date, `");
    }

    @Test
    void sheetsWithNothingOnThemDoNoHarm() {
        assertThat(told(sheet -> sheet.getWorkbook().createSheet("Sheet2"))).isEmpty();
    }
}
