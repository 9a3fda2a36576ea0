package org.waymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No text that somebody sends makes a regular expression of ours look at it again and again. Every one that stands in
 * the source is tried; how often it looks at a character is counted, so that no clock decides.
 */
class HostileTextTest {

    private static final int LENGTH = 3_000;

    /** A pattern may begin again at each character; it may not do so and then look at all the rest each time. */
    private static final long LOOKS_A_CHARACTER = 60;

    private static final Pattern USE =
            Pattern.compile("(?:(\\w+)\\s*=\\s*)?(Pattern\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)"
                    + "\\(\\s*((?:\"(?:[^\"\\\\\\n]|\\\\.)*+\"\\s*\\+?\\s*)++)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*+)\"");

    /** Stands in the source with something between that is no literal, so that it cannot be tried as it is. */
    private static final String NOT_WHOLE = "[0-9a-f]{";

    /** Held against whole texts where they are used, which is not where they stand. */
    private static final Set<String> WHOLE =
            Set.of(".*\\(([A-Z]{2,})\\)", "[!-~]{1,200}/\\d{1,9}:[1-9]\\d{0,17}", "([^<\\s]++)\\s*+<\\s*+([^<\\s]++)");

    /** @param whole whether it is held against whole texts only, and never looked for within one */
    record Used(String pattern, boolean whole) {}

    static List<Used> patterns() throws IOException {
        Set<Used> found = new LinkedHashSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(source);
                USE.matcher(text).results().forEach(use -> found.add(used(use, text)));
            }
        }
        found.removeIf(one -> one.pattern().equals(NOT_WHOLE));
        return new ArrayList<>(found);
    }

    private static Used used(MatchResult use, String source) {
        boolean named = use.group(1) != null && use.group(2).equals("Pattern.compile");
        boolean whole = use.group(2).equals(".matches")
                || named
                        && !Pattern.compile("\\b" + use.group(1)
                                        + "\\b(?!\\s*=)(?!\\.matcher\\([^;]*?\\)\\s*\\.(matches|lookingAt)\\(\\))")
                                .matcher(source)
                                .find();
        String pattern = joined(use.group(3));
        return new Used(pattern, whole || WHOLE.contains(pattern));
    }

    private static String joined(String literals) {
        return LITERAL.matcher(literals)
                .results()
                .map(one -> one.group(1).translateEscapes())
                .collect(Collectors.joining());
    }

    @Test
    void there_are_many_and_one_that_is_bad_is_seen() throws IOException {
        assertThat(patterns()).hasSizeGreaterThan(40).contains(new Used("\\s+", false), new Used("[0-9]{1,15}", true));
        assertThat(tiring(new Used("(a+)+b", true))).isNotEmpty();
        assertThat(tiring(new Used("(x+x+)+y", true))).isNotEmpty();
        assertThat(tiring(new Used("(a|b)*c", true))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void no_pattern_looks_at_a_text_much_more_often_than_it_has_characters(Used pattern) {
        assertThat(tiring(pattern)).as(pattern.pattern()).isEmpty();
    }

    /** The beginnings of the texts that tire it, or that it cannot come to the end of. */
    private static List<String> tiring(Used used) {
        Pattern pattern = Pattern.compile(used.pattern());
        return texts(used.pattern()).stream()
                .filter(text -> isTiring(pattern, used.whole(), text))
                .map(text -> text.substring(0, 20))
                .toList();
    }

    private static boolean isTiring(Pattern pattern, boolean whole, String text) {
        Counted counted = new Counted(text);
        try {
            pattern.matcher(counted).matches();
            Matcher found = pattern.matcher(counted);
            while (!whole && found.find()) {
                assertThat(found.end()).isGreaterThanOrEqualTo(found.start());
            }
            return false;
        } catch (TooManyLooks | StackOverflowError tired) {
            return true;
        }
    }

    /** Each character that the pattern speaks of, and each two of them, again and again, and at the end one that fits nowhere. */
    private static List<String> texts(String pattern) {
        List<String> pieces = new ArrayList<>(List.of("a", "A", "0", " ", "-", "a-", "A0", "\n", "\t", "é", "\"", "`"));
        pattern.chars().distinct().mapToObj(Character::toString).forEach(pieces::add);
        List<String> texts = new ArrayList<>();
        for (String one : pieces) {
            texts.add(one.repeat(LENGTH / one.length()) + "\u0001");
            for (String other : List.of("a", " ", "-", "0", "{", "<", "\\")) {
                texts.add((one + other).repeat(LENGTH / (one + other).length()) + "\u0001");
            }
        }
        texts.add("SG-12 " + "a ".repeat(LENGTH / 2));
        texts.add("last on {" + "a".repeat(LENGTH));
        texts.add("between {a.first} and {" + "a".repeat(LENGTH));
        texts.add("TargetMode" + " ".repeat(LENGTH));
        texts.add("<!" + " ".repeat(LENGTH));
        texts.add("a".repeat(20_000) + "-a".repeat(40_000) + "!");
        return texts.stream().distinct().toList();
    }

    /** More is not waited for. */
    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > LOOKS_A_CHARACTER * text.length()) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
