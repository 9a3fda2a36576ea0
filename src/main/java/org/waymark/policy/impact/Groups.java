package org.waymark.policy.impact;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.LondonDays;
import org.waymark.policy.impact.ImpactReport.Group;
import org.waymark.screening.pathway.Urgency;
import tools.jackson.databind.JsonNode;

/**
 * Counts by group. By sex and ethnicity a figure that rests on fewer than ten young people is never told, however many
 * contacts they had, and the others are rounded to ten: nobody is to be found again in a small figure.
 */
final class Groups {

    private static final int FEWEST = 10;
    private static final int ROUNDED_TO = 10;

    /** What all young people together are called whose own group is too small to be named. */
    private static final String SMALL_GROUPS = "all groups of fewer than ten";

    private static final String AGE = "age";
    private static final String SEX = "sex";
    private static final String ETHNICITY = "ethnicity";

    /** Upper bounds of the age bands, in years, and what they are called. */
    private static final int[] BELOW = {10, 13, 16, 18, Integer.MAX_VALUE};

    private static final String[] BANDS = {"under 10", "10 to 12", "13 to 15", "16 and 17", "18 and over"};
    private static final String AGE_NOT_KNOWN = "not known";

    record Key(String by, int place, String group) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind = Integer.compare(kind(by), kind(other.by));
            int byPlace = byKind == 0 ? Integer.compare(place, other.place) : byKind;
            return byPlace == 0 ? group.compareTo(other.group) : byPlace;
        }

        private static int kind(String by) {
            return by.equals(AGE) ? 0 : by.equals(SEX) ? 1 : 2;
        }
    }

    /** What is counted of a group. */
    private enum Figure {
        CONTACTS,
        HIGHER,
        DOWNGRADED,
        URGENT_BEFORE,
        URGENT_AFTER
    }

    /**
     * A count of contacts, and whose they were: marks of as many young people as decide whether the count may be told,
     * and no more of them, however many there are.
     */
    static final class Cell {
        private long contacts;
        private final Set<String> people = new LinkedHashSet<>();

        void add(String person) {
            contacts++;
            addOne(person);
        }

        void add(Cell other) {
            contacts += other.contacts;
            other.people.forEach(this::addOne);
        }

        private void addOne(String person) {
            if (people.size() < FEWEST) {
                people.add(person);
            }
        }

        @Nullable
        Long shown() {
            return people.size() < FEWEST ? null : Math.round((double) contacts / ROUNDED_TO) * ROUNDED_TO;
        }
    }

    private final Map<Key, Cell[]> groups = new TreeMap<>();

    /**
     * Counts a case.
     *
     * @param person stands for whose it is
     */
    void add(ImpactCase one, String person, Direction direction, Result before, Result after) {
        Assessment assessment = one.assessment();
        for (Key key : List.of(
                band(assessment),
                new Key(SEX, 0, one.monitoring().sex()),
                new Key(ETHNICITY, 0, one.monitoring().ethnicity()))) {
            Cell[] cells = cells(key);
            cells[Figure.CONTACTS.ordinal()].add(person);
            addIf(direction == Direction.HIGHER, cells, Figure.HIGHER, person);
            addIf(direction.isDowngrade(), cells, Figure.DOWNGRADED, person);
            addIf(isUrgent(before), cells, Figure.URGENT_BEFORE, person);
            addIf(isUrgent(after), cells, Figure.URGENT_AFTER, person);
        }
    }

    private static void addIf(boolean counts, Cell[] cells, Figure figure, String person) {
        if (counts) {
            cells[figure.ordinal()].add(person);
        }
    }

    private static boolean isUrgent(Result result) {
        Urgency urgency = result.urgency();
        return urgency != null && urgency.isAtLeast(Urgency.SAME_DAY);
    }

    private Cell[] cells(Key key) {
        return groups.computeIfAbsent(key, none -> {
            Cell[] cells = new Cell[Figure.values().length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = new Cell();
            }
            return cells;
        });
    }

    void add(Groups other) {
        other.groups.forEach(this::add);
    }

    private void add(Key key, Cell[] others) {
        Cell[] own = cells(key);
        for (int i = 0; i < own.length; i++) {
            own[i].add(others[i]);
        }
    }

    /** One group as it is kept; never to be shown. */
    record Kept(Key key, List<KeptCell> cells) {}

    /** One figure of a group as it is kept. */
    record KeptCell(long contacts, List<String> people) {}

    List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        groups.forEach((key, cells) -> kept.add(new Kept(
                key,
                Stream.of(cells)
                        .map(cell -> new KeptCell(cell.contacts, List.copyOf(cell.people)))
                        .toList())));
        return kept;
    }

    /** Adds what {@link #kept} gave. */
    void addKept(JsonNode kept) {
        for (JsonNode one : kept) {
            JsonNode key = one.path("key");
            Cell[] cells = cells(new Key(
                    key.path("by").asString(),
                    key.path("place").asInt(),
                    key.path("group").asString()));
            for (int i = 0; i < cells.length; i++) {
                JsonNode cell = one.path("cells").path(i);
                cells[i].contacts += cell.path("contacts").asLong();
                for (JsonNode person : cell.path("people")) {
                    cells[i].addOne(person.asString());
                }
            }
        }
    }

    /** The groups as they may be shown: age bands first, youngest first. */
    List<Group> shown() {
        List<Group> shown = new ArrayList<>();
        Groups small = new Groups();
        groups.forEach((key, cells) -> {
            if (key.by().equals(AGE)) {
                shown.add(exact(key, cells));
            } else if (cells[Figure.CONTACTS.ordinal()].people.size() < FEWEST) {
                small.add(new Key(key.by(), 1, SMALL_GROUPS), cells);
            } else {
                shown.add(guarded(key, cells));
            }
        });
        small.groups.forEach((key, cells) -> shown.add(guarded(key, cells)));
        shown.sort(java.util.Comparator.comparingInt(group -> Key.kind(group.by())));
        return shown;
    }

    private static Group exact(Key key, Cell[] cells) {
        return new Group(
                key.by(),
                key.group(),
                cells[0].contacts,
                cells[1].contacts,
                cells[2].contacts,
                cells[3].contacts,
                cells[4].contacts);
    }

    private static Group guarded(Key key, Cell[] cells) {
        return new Group(
                key.by(),
                key.group(),
                cells[0].shown(),
                cells[1].shown(),
                cells[2].shown(),
                cells[3].shown(),
                cells[4].shown());
    }

    private static Key band(Assessment assessment) {
        Integer age = age(assessment);
        if (age == null) {
            return new Key(AGE, BANDS.length, AGE_NOT_KNOWN);
        }
        int place = 0;
        while (age >= BELOW[place]) {
            place++;
        }
        return new Key(AGE, place, BANDS[place]);
    }

    private static @Nullable Integer age(Assessment assessment) {
        LocalDate born = assessment.youngPerson().dateOfBirth();
        return born == null
                ? assessment.youngPerson().ageYears()
                : Integer.valueOf(Period.between(born, LondonDays.of(assessment.assessedAt()))
                        .getYears());
    }
}
