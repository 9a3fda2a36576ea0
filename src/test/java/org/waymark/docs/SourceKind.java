package org.waymark.docs;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.waymark.screening.rule.Rule;

/** What a line of a rule rests on, by the words of its source, in the order of the page's columns. */
enum SourceKind {
    GIVEN(source -> source.contains("[seed]") || source.contains("Case of Chris")),
    PUBLISHED(source -> source.contains("[public]")),
    GENERAL_KNOWLEDGE(source -> source.contains("general knowledge")),
    POLICY_CHOICE(source -> source.contains("policy choice"));

    /** A table of the technical report, or a ratio or share from it: {@code T36}, {@code 3.1x}, {@code 35.6%}. */
    private static final Pattern STATISTIC = Pattern.compile("\\bT\\d+|\\d\\.\\d+x|\\d%");

    private static final Pattern ITEMS = Pattern.compile("\\bP(\\d+)(?:-P(\\d+))?");

    private final Predicate<String> words;

    SourceKind(Predicate<String> words) {
        this.words = words;
    }

    boolean backs(Rule rule) {
        return words.test(rule.source());
    }

    static Set<SourceKind> of(Rule rule) {
        EnumSet<SourceKind> kinds = EnumSet.allOf(SourceKind.class);
        kinds.removeIf(kind -> !kind.backs(rule));
        return kinds;
    }

    static boolean isOfChris(Rule rule) {
        return rule.source().contains("Chris");
    }

    static boolean isOfStatistics(Rule rule) {
        return !isOfChris(rule) && STATISTIC.matcher(rule.source()).find();
    }

    /** The numbers of the published items that a text names; {@code P21-P23} names three. */
    static Set<Integer> published(String text) {
        Set<Integer> items = new TreeSet<>();
        ITEMS.matcher(text).results().forEach(match -> {
            int first = Integer.parseInt(match.group(1));
            int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
            IntStream.rangeClosed(first, last).forEach(items::add);
        });
        return items;
    }
}
