package org.waymark.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of Markdown, as the tests of what it says read it. */
public record Page(String text) {

    public static Page of(String file) {
        try {
            return new Page(Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text with each run of space as one blank, so that a sentence is found wherever its lines break. */
    String flowing() {
        return text.replaceAll("\\s+", " ");
    }

    /** What stands between two texts, each of which must be there. */
    public String between(String start, String end) {
        int from = text.indexOf(start);
        int to = text.indexOf(end, from + start.length());
        if (from < 0 || to < 0) {
            throw new AssertionError("the page has no `" + start + "` with `" + end + "` after it");
        }
        return text.substring(from, to);
    }

    /** The rows of the table whose header begins with these cells: the cells after the first, by the first. */
    public Map<String, List<String>> rows(String... header) {
        Map<String, List<String>> rows = new TreeMap<>();
        List<String> lines = text.lines()
                .dropWhile(line -> !line.startsWith("| " + String.join(" | ", header) + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        for (String line : lines) {
            List<String> cells = Stream.of(line.substring(1).split("\\|", -1))
                    .map(String::strip)
                    .collect(Collectors.toCollection(ArrayList::new));
            cells.remove(cells.size() - 1);
            rows.put(cells.remove(0), cells);
        }
        if (rows.isEmpty()) {
            throw new AssertionError("the page has no table " + List.of(header));
        }
        return rows;
    }
}
