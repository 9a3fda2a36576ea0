package org.waymark.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of the tables of the samples' page.
 *
 * @param sample the file, and of a file of many the line
 * @param pathways as the page writes them: {@code safeguarding}, {@code mace (high)}
 * @param clock code of the outcome's urgency, or {@code none}
 * @param also what else it promises, such as {@code blocks no-further-action}
 */
record Promise(String sample, String leads, List<String> pathways, String clock, List<String> also) {

    private static final String NONE = "none";
    private static final int COLUMNS = 7;
    private static final Pattern ALSO = Pattern.compile("(?:(blocks|flags|offers) )?`([a-z0-9-]+)`");

    /** Every line that promises an outcome, in the page's order. */
    static List<Promise> in(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| `"))
                .map(Promise::cells)
                .filter(cells -> cells.size() == COLUMNS)
                .map(Promise::of)
                .toList();
    }

    private static List<String> cells(String line) {
        String[] cells = line.split("\\|", -1);
        return Stream.of(cells)
                .skip(1)
                .limit(cells.length - 2L)
                .map(String::strip)
                .toList();
    }

    private static Promise of(List<String> cells) {
        return new Promise(
                cells.get(0).replace("`", ""), cells.get(2), listed(cells.get(3)), cells.get(4), also(cells.get(5)));
    }

    private static List<String> listed(String cell) {
        return cell.equals(NONE) ? List.of() : List.of(cell.split(", "));
    }

    private static List<String> also(String cell) {
        List<String> also = new ArrayList<>();
        Matcher found = ALSO.matcher(cell);
        while (found.find()) {
            also.add(found.group(1) == null ? found.group(2) : found.group(1) + " " + found.group(2));
        }
        return also;
    }

    @Override
    public String toString() {
        return sample;
    }
}
