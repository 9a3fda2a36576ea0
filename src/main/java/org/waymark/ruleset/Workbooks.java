package org.waymark.ruleset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.waymark.screening.rule.Place;

/**
 * Reads the first sheet of a workbook as rows of text, as if it had been saved as CSV. What a cell would work out, and
 * what a reader would not see, is a fault: the rules are what stands on the sheet.
 */
final class Workbooks {

    /** The ending of a decision table that is a workbook. */
    static final String SUFFIX = ".drl.xlsx";

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 100;

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setRecordSeparator('\n')
            .get();

    private final String file;
    private final Faults faults;

    /** Row and column, counted from 0, of every cell that holds something. */
    private final SortedMap<Integer, SortedMap<Integer, String>> cells = new TreeMap<>();

    private Workbooks(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The table of a workbook as CSV, row for row and cell for cell; or nothing, with a fault. */
    static Optional<String> csv(String file, byte[] content, Faults faults) {
        if (content.length > Texts.MOST_BYTES) {
            faults.add(
                    new Place(file, 1, 1),
                    "the file has " + content.length + " bytes, and " + Texts.MOST_BYTES + " are allowed",
                    "split it");
            return Optional.empty();
        }
        return WorkbookParts.plain(file, content, faults).flatMap(plain -> new Workbooks(file, faults).read(plain));
    }

    private Optional<String> read(byte[] plain) {
        int before = faults.count();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(plain))) {
            checkOtherSheets(workbook);
            Sheet sheet = workbook.getSheetAt(0);
            checkShape(workbook, sheet);
            for (Row row : sheet) {
                row.forEach(this::take);
            }
            checkSeen(sheet);
            return faults.count() > before ? Optional.empty() : Optional.of(printed());
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            // A workbook that no spreadsheet program wrote: what the reader of it says helps nobody to mend it.
            faults.add(place(0, 0), "the workbook cannot be read", "save it again as an Excel workbook (.xlsx)");
            return Optional.empty();
        }
    }

    private void checkOtherSheets(XSSFWorkbook workbook) {
        // POI passes over a sheet that is broken, and the next would stand in its place.
        if (workbook.getCTWorkbook().getSheets().sizeOfSheetArray() != workbook.getNumberOfSheets()) {
            faults.add(place(0, 0), "a sheet of the workbook is broken", "save it again as an Excel workbook (.xlsx)");
        }
        for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
            Sheet other = workbook.getSheetAt(i);
            boolean empty = StreamSupport.stream(other.spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .allMatch(cell -> cell.getCellType() == CellType.BLANK);
            if (!empty) {
                faults.add(
                        place(0, 0),
                        "the sheet `" + other.getSheetName() + "` is not read, and holds something",
                        "keep the table on the first sheet, and take the others out");
            }
        }
    }

    private void checkShape(Workbook workbook, Sheet sheet) {
        if (workbook.getSheetVisibility(0) != SheetVisibility.VISIBLE) {
            faults.add(place(0, 0), "the first sheet is hidden", "show it");
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            faults.add(
                    place(merged.getFirstRow(), merged.getFirstColumn()),
                    "the cells " + merged.formatAsString() + " are merged",
                    "part them, and write the fact with three dots, such as `Happened...`, into each");
        }
    }

    private void take(Cell cell) {
        Place place = place(cell.getRowIndex(), cell.getColumnIndex());
        String text = switch (cell.getCellType()) {
            case STRING -> text(cell, place);
            case NUMERIC -> number(cell, place);
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case FORMULA -> refused(place, "the cell holds a formula", "write what it comes to");
            case ERROR -> refused(place, "the cell holds an error", "write its value");
            default -> "";
        };
        if (text.isBlank()) {
            return;
        }
        if (cell.getRowIndex() >= MOST_ROWS || cell.getColumnIndex() >= MOST_COLUMNS) {
            refused(
                    place,
                    "the cell is beyond row " + MOST_ROWS + " or column " + MOST_COLUMNS,
                    "split the table, or take the cell out");
            return;
        }
        Texts.checkCell(place, text, faults);
        cells.computeIfAbsent(cell.getRowIndex(), row -> new TreeMap<>()).put(cell.getColumnIndex(), text);
    }

    /** POI reads a text that the workbook does not hold as none: a condition would be lost without a word. */
    private String text(Cell cell, Place place) {
        if (cell instanceof XSSFCell shared && shared.getCTCell().getT() == STCellType.S) {
            int held = ((XSSFWorkbook) cell.getSheet().getWorkbook())
                    .getSharedStringSource()
                    .getSharedStringItems()
                    .size();
            if (Integer.parseInt(shared.getCTCell().getV()) >= held) {
                return refused(place, "the text of the cell is not in the workbook", "write it again");
            }
        }
        return cell.getStringCellValue();
    }

    /** A whole number without a decimal point, as a person reads it. */
    private String number(Cell cell, Place place) {
        double value = cell.getNumericCellValue();
        if (!Double.isFinite(value)) {
            return refused(place, "the cell holds no number", "write its value");
        }
        if (DateUtil.isCellDateFormatted(cell)) {
            // A spreadsheet program makes dates of what looks like one; no rule compares a day of the calendar.
            return refused(
                    place,
                    "the cell holds a date, `" + new DataFormatter(Locale.UK).formatCellValue(cell) + "`",
                    "format the cell as text or as a number, and write it again");
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private String refused(Place place, String message, String fix) {
        faults.add(place, message, fix);
        return "";
    }

    /** The second person must see the rule that takes effect. */
    private void checkSeen(Sheet sheet) {
        for (int row : cells.keySet()) {
            if (sheet.getRow(row).getZeroHeight()) {
                refused(place(row, 0), "the row is hidden", "show it, or take it out");
            }
        }
        IntStream.range(0, width()).filter(sheet::isColumnHidden).forEach(column -> {
            refused(place(0, column), "the column is hidden", "show it, or take it out");
        });
    }

    private int width() {
        return cells.values().stream().mapToInt(SortedMap::lastKey).max().orElse(-1) + 1;
    }

    private String printed() {
        StringBuilder csv = new StringBuilder();
        int rows = cells.isEmpty() ? 0 : cells.lastKey() + 1;
        int width = width();
        for (int row = 0; row < rows; row++) {
            SortedMap<Integer, String> filled = cells.getOrDefault(row, Collections.emptySortedMap());
            List<String> values = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                values.add(filled.getOrDefault(column, ""));
            }
            csv.append(FORMAT.format(values.toArray())).append('\n');
        }
        return csv.toString();
    }

    private Place place(int row, int column) {
        return new Place(file, row + 1, column + 1);
    }
}
