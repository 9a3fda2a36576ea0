package org.waymark.ruleset;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.template.parser.DecisionTableParseException;
import org.waymark.screening.rule.Place;

/** Expands a decision table to the text of its rules, one a row. What comes out is read like any other rule text. */
final class Tables {

    /** What Drools calls a decision table by its name. */
    static final String SUFFIX = ".drl.csv";

    private Tables() {}

    /** Whether a file of that name is a decision table, as text or as a workbook. */
    static boolean isTable(String file) {
        return file.endsWith(SUFFIX) || file.endsWith(Workbooks.SUFFIX);
    }

    /** The rules of a table as text, or nothing, with a fault, where there is no table in it. */
    static Optional<String> expand(String file, String csv, Faults faults) {
        try {
            byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
            return Optional.of(new SpreadsheetCompiler().compile(new ByteArrayInputStream(bytes), InputType.CSV));
        } catch (DecisionTableParseException noTable) {
            faults.add(new Place(file, 1, 1), "there is no decision table in the file", reason(noTable));
        } catch (RuntimeException | StackOverflowError broken) {
            faults.add(new Place(file, 1, 1), "the decision table cannot be read", reason(broken));
        }
        return Optional.empty();
    }

    private static String reason(Throwable fault) {
        String message = fault.getMessage();
        return message == null ? "" : message.replaceAll("\\s+", " ").strip();
    }
}
