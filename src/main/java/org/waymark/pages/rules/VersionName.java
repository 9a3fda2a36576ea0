package org.waymark.pages.rules;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Suggests what a new version may be called. */
final class VersionName {

    private static final Pattern COUNTED = Pattern.compile("^(.*?)(\\d{1,9})$");

    private VersionName() {}

    /** The name with its last number counted on, until nothing has it. */
    static String after(String name, Collection<String> taken) {
        Matcher counted = COUNTED.matcher(name);
        String stem = counted.matches() ? counted.group(1) : name + " ";
        long number = counted.matches() ? Long.parseLong(counted.group(2)) : 1;
        do {
            number++;
        } while (taken.contains(stem + number));
        return stem + number;
    }
}
