package org.waymark.trail.proof;

import org.jspecify.annotations.Nullable;

/**
 * Something in a file that is not as it must be.
 *
 * @param line where, from 1; 0 where it is about the file as a whole
 * @param entry the id of the entry, where it is about one
 * @param field the field of the line, where it is about one
 */
public record LineFault(
        long line, @Nullable String entry, @Nullable String field, String message) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line == 0 ? "The file" : "Line " + line);
        if (entry != null) {
            text.append(", entry ").append(entry);
        }
        if (field != null) {
            text.append(", `").append(field).append('`');
        }
        return text.append(": ").append(message).toString();
    }
}
