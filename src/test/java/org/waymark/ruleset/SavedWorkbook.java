package org.waymark.ruleset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Decision tables that a test saves as workbooks. */
public final class SavedWorkbook {

    private SavedWorkbook() {}

    /** A table with one rule with which nothing is wrong. */
    public static byte[] good() {
        return of(
                SmallRules.table("SG-90 Missing twice|going-missing|30|2|SAME_DAY||Missing.|policy choice"),
                sheet -> {});
    }

    /** The table as a spreadsheet program saves it: whole numbers as numbers, all else as text. */
    static byte[] of(String csv, Consumer<XSSFSheet> then) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                CSVParser rows = CSVParser.parse(new StringReader(csv), CSVFormat.DEFAULT);
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("Thresholds");
            for (CSVRecord values : rows) {
                Row row = sheet.createRow((int) values.getRecordNumber() - 1);
                for (int column = 0; column < values.size(); column++) {
                    fill(row.createCell(column), values.get(column));
                }
            }
            then.accept(sheet);
            workbook.write(saved);
            return saved.toByteArray();
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private static void fill(Cell cell, String value) {
        if (value.matches("[0-9]+")) {
            cell.setCellValue(Double.parseDouble(value));
        } else if (!value.isEmpty()) {
            cell.setCellValue(value);
        }
    }
}
