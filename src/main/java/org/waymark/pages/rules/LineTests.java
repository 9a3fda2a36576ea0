package org.waymark.pages.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waymark.pages.rules.RuleText.Figure;
import org.waymark.ruleset.RuleFiles;

/**
 * The policy team's tests of one line, where they stand in their file. Their days and counts are moved with a figure as
 * a suggestion: the tests are run afterwards, and what does not hold is shown.
 *
 * @param text the whole file
 * @param start where the tests of the line begin in it
 */
record LineTests(String file, String text, int start, int end) {

    private static final Pattern DAYS = Pattern.compile("(daysAgo:\\s*)(\\[[^\\]]*\\]|\\d+)");
    private static final Pattern NUMBERS =
            Pattern.compile("\\b(withinDays|times|value|age)(:\\s*+)(\\d{1,9})(?![\\d.])");
    private static final String LIST_ENDS = "[\\[\\]\\s]";

    static Optional<LineTests> of(RuleFiles files, String line) {
        Pattern head = Pattern.compile("(?m)^- rule: " + Pattern.quote(line) + "\\s*$");
        for (Map.Entry<String, byte[]> file : files.tests().entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            Matcher found = head.matcher(text);
            if (found.find()) {
                Matcher next = Pattern.compile("(?m)^[-#]").matcher(text);
                int end = next.find(found.end()) ? next.start() : text.length();
                return Optional.of(new LineTests(file.getKey(), text, found.start(), end));
            }
        }
        return Optional.empty();
    }

    /** As they are. */
    String block() {
        return text.substring(start, end).stripTrailing() + "\n";
    }

    /** The file with other tests of the line. */
    String with(String block) {
        String behind = text.substring(start, end);
        String gap = behind.substring(behind.stripTrailing().length());
        return text.substring(0, start) + block.stripTrailing() + gap + text.substring(end);
    }

    /** The tests with one figure moved. */
    static String moved(String block, Figure figure, String to) {
        if (figure.value().contains(".") || to.contains(".")) {
            return block;
        }
        int old = Integer.parseInt(figure.value());
        int now = Integer.parseInt(to);
        return block.lines().map(line -> moved(line, figure, old, now)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String moved(String line, Figure figure, int old, int now) {
        if (line.contains("why:")) {
            return said(line, old, now);
        }
        boolean ofAnother = line.contains("factor:")
                && !figure.of().isEmpty()
                && !line.matches(".*factor: " + Pattern.quote(figure.of()) + "\\b(?!-).*");
        return switch (figure.field()) {
            case "withinDays" -> ofAnother && line.contains("factor:") ? line : days(line, old, now);
            case "times" -> ofAnother ? line : near(counted(line, old, now), "times", old, now);
            case "value" -> ofAnother ? line : near(line, "value", old, now);
            case "age" -> near(line, "age", old, now);
            default -> line;
        };
    }

    private static String said(String line, int old, int now) {
        String beyond = NumberWords.moved(line, String.valueOf(old + 1), String.valueOf(now + 1));
        return beyond.equals(line) ? NumberWords.moved(line, String.valueOf(old), String.valueOf(now)) : beyond;
    }

    /** A field whose number is at the limit or next to it keeps its distance. */
    private static String near(String line, String field, int old, int now) {
        return NUMBERS.matcher(line).replaceAll(found -> {
            int said = Integer.parseInt(found.group(3));
            boolean moves = found.group(1).equals(field) && Math.abs(said - old) <= 1;
            return found.group(1) + found.group(2) + (moves ? said + now - old : said);
        });
    }

    private static String days(String line, int old, int now) {
        String inWindow = near(line, "withinDays", old, now);
        return listed(
                inWindow,
                all -> all.stream().map(day -> day(day, old, now)).distinct().toList());
    }

    /** The limit and the day behind it move with it; what would be left beyond a shorter limit is drawn in. */
    private static int day(int day, int old, int now) {
        if (day == old || day == old + 1) {
            return day + now - old;
        }
        return day < old && day >= now ? Math.max(1, day * now / old) : day;
    }

    /** As many days as the limit asks for, or one fewer. */
    private static String counted(String line, int old, int now) {
        return listed(line, days -> {
            int wanted = days.size() + now - old;
            boolean atLimit = days.size() == old || days.size() == old - 1;
            return atLimit && wanted > 0 ? resized(days, wanted) : days;
        });
    }

    /** The first and the last stay: they are what a limit is tried with. */
    private static List<Integer> resized(List<Integer> days, int wanted) {
        TreeSet<Integer> chosen = new TreeSet<>(days);
        List<Integer> between =
                new ArrayList<>(IntStream.range(chosen.first() + 1, Math.max(chosen.first() + 1, chosen.last()))
                        .boxed()
                        .toList());
        while (chosen.size() > wanted) {
            Integer drop = chosen.size() > 2 ? chosen.higher(chosen.first()) : chosen.first();
            chosen.remove(drop);
        }
        between.removeAll(chosen);
        while (chosen.size() < wanted && !between.isEmpty()) {
            chosen.add(between.remove(between.size() / 2));
        }
        return List.copyOf(chosen);
    }

    private interface Days {
        List<Integer> of(List<Integer> days);
    }

    private static String listed(String line, Days days) {
        Matcher found = DAYS.matcher(line);
        return found.replaceAll(one -> {
            boolean list = one.group(2).startsWith("[");
            String[] said = one.group(2).replaceAll(LIST_ENDS, "").split(",");
            for (String each : said) {
                if (!each.matches("\\d{1,5}")) {
                    return Matcher.quoteReplacement(one.group());
                }
            }
            List<Integer> now =
                    days.of(java.util.Arrays.stream(said).map(Integer::valueOf).toList());
            String joined = now.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return one.group(1) + (list || now.size() > 1 ? "[" + joined + "]" : joined);
        });
    }
}
