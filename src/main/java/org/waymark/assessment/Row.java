package org.waymark.assessment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, which adds to the faults what it finds wrong with itself.
 *
 * @param cells every cell by the name of its column, without the spaces around it
 */
record Row(String file, long line, Map<String, String> cells, List<TableFault> faults) {

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean isEmpty(String column) {
        return cell(column).isEmpty();
    }

    void fault(String column, String message) {
        faults.add(new TableFault(file, line, column, message));
    }

    /** A cell that must say something. */
    String filled(String column) {
        if (isEmpty(column)) {
            fault(column, "is empty, and every row needs it");
        }
        return cell(column);
    }

    /** A cell that must hold an id: lower-case words joined by hyphens. */
    String id(String column) {
        String id = filled(column);
        if (!id.isEmpty() && !Characters.isKebab(id)) {
            fault(
                    column,
                    Quoted.of(id) + " is not kebab-case: lower-case letters and digits, words joined by one hyphen");
        }
        return id;
    }

    /** A cell that must hold one of the codes; nothing where it does not, which is then among the faults. */
    <T extends Enum<T> & Coded> @Nullable T code(String column, Class<T> type) {
        T found = Coded.of(type, cell(column)).orElse(null);
        if (found == null) {
            refuse(column, Stream.of(type.getEnumConstants()).map(Coded::code).toList());
        }
        return found;
    }

    /** A cell that holds this word or nothing: whether it holds it. */
    boolean mark(String column, String word) {
        if (!Set.of("", word).contains(cell(column))) {
            fault(
                    column,
                    "unknown mark " + Quoted.of(cell(column)) + ", allowed is " + Quoted.of(word) + " or nothing");
        }
        return cell(column).equals(word);
    }

    void refuse(String column, List<String> allowed) {
        String wrong = cell(column);
        fault(column, "unknown code " + Quoted.of(wrong) + Nearest.hintAndAllowed(wrong, allowed));
    }
}
