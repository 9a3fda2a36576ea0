package org.waymark.pages.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Suggests what a text about a figure should say where the figure is another one. Somebody looks at it. */
final class NumberWords {

    private static final List<String> NAMES = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> TIMES = List.of("never", "once", "twice");

    private NumberWords() {}

    /** The text with one figure in place of another, in digits or in words; what stands in braces stays. */
    static String moved(String text, String from, String to) {
        String changed = replaced(text, Pattern.quote(from), to);
        int old = small(from);
        int now = small(to);
        if (old < 0 || now < 0) {
            return changed;
        }
        changed = replaced(changed, times(old), times(now));
        return replaced(changed, name(old), name(now));
    }

    private static int small(String figure) {
        return figure.matches("\\d{1,2}") && Integer.parseInt(figure) < NAMES.size() ? Integer.parseInt(figure) : -1;
    }

    private static String name(int number) {
        return NAMES.get(number);
    }

    private static String times(int number) {
        return number < TIMES.size() ? TIMES.get(number) : name(number) + " times";
    }

    private static String replaced(String text, String pattern, String to) {
        Matcher word = Pattern.compile("(?i)(?<![\\w.-])" + pattern + "(?![\\w.-]*\\w)(?![^{]*\\})")
                .matcher(text);
        return word.replaceAll(found -> {
            boolean capital = Character.isUpperCase(found.group().charAt(0));
            String words = capital ? Character.toUpperCase(to.charAt(0)) + to.substring(1) : to;
            return Matcher.quoteReplacement(words);
        });
    }
}
