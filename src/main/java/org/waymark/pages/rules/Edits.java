package org.waymark.pages.rules;

import java.util.Comparator;
import java.util.List;

/** Changes of a text at places that do not overlap. */
final class Edits {

    /** What is to stand from one place up to another. */
    record Edit(int start, int end, String text) {}

    private Edits() {}

    static String apply(String text, List<Edit> edits) {
        StringBuilder changed = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(edit -> changed.replace(edit.start(), edit.end(), edit.text()));
        return changed.toString();
    }
}
