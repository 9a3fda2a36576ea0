package org.waymark.policy.impact;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.policy.impact.ImpactReport.AreaWeek;

/**
 * How many urgent responses a week each area says that it can give: those within the hour and within 24 hours together.
 * An area without a ceiling is held to none.
 */
public record Ceilings(Map<String, Integer> byArea) {

    /** No area has one. */
    public static final Ceilings NONE = new Ceilings(Map.of());

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    public Ceilings {
        byArea = java.util.Collections.unmodifiableMap(new TreeMap<>(byArea));
    }

    /**
     * Reads a setting such as {@code sefton=40, knowsley=25}; nothing where it is blank.
     *
     * @throws IllegalArgumentException with every part that is no area and number
     */
    public static Ceilings of(String setting) {
        Map<String, Integer> byArea = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String part : setting.isBlank() ? new String[0] : setting.split(",", -1)) {
            String[] sides =
                    Arrays.stream(part.split("=", -1)).map(String::strip).toArray(String[]::new);
            if (sides.length == 2 && !sides[0].isEmpty() && sides[1].matches("[0-9]{1,6}")) {
                byArea.put(sides[0], Integer.valueOf(sides[1]));
            } else {
                faults.add("`" + part.strip() + "`");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("ceilings of urgent responses a week are written as `area=number`, with"
                    + " commas between them, such as `sefton=40, knowsley=25`; not like that: "
                    + String.join(", ", faults));
        }
        return new Ceilings(byArea);
    }

    /**
     * In words, each area that the candidate would lift over its ceiling, with its worst week. A week that is over the
     * ceiling already counts where the candidate adds to it.
     */
    List<String> passed(Collection<AreaWeek> weeks) {
        List<String> passed = new ArrayList<>();
        byArea.forEach((area, ceiling) -> {
            List<AreaWeek> over = weeks.stream()
                    .filter(week -> week.area().equals(area) && isOver(week, ceiling))
                    .toList();
            over.stream()
                    .reduce((one, other) -> other.after().urgent() > one.after().urgent() ? other : one)
                    .ifPresent(worst -> passed.add(words(worst, ceiling, over.size())));
        });
        return passed;
    }

    private static boolean isOver(AreaWeek week, int ceiling) {
        return week.after().urgent() > ceiling
                && week.after().urgent() > week.before().urgent();
    }

    private static String words(AreaWeek worst, int ceiling, int weeks) {
        LocalDate monday = worst.monday();
        return worst.area() + ": " + Words.count(worst.after().urgent(), "urgent response") + " in the week of "
                + DAY.format(monday) + " where there are " + worst.before().urgent()
                + " now; the area's stated ceiling is " + ceiling
                + (weeks == 1 ? "" : " (" + weeks + " weeks in all)");
    }
}
