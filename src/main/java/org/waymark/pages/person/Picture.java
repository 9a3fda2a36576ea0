package org.waymark.pages.person;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.waymark.pages.person.Happened.Lane;

/**
 * A history as a picture: time from left to right, a lane for each kind of thing, and a mark for each thing, with the
 * number that it has in the table behind the picture. What would cover another stands below it.
 *
 * @param left how many things before these are left out, as a picture of so many would show nothing
 * @param height of the whole; it is {@value #WIDTH} wide
 */
record Picture(List<Mark> marks, List<Band> bands, List<Tick> ticks, int left, int height) {

    static final int WIDTH = 960;
    static final int MOST = 80;

    /** Of a mark, with the space around it. */
    static final int SIZE = 24;

    private static final int EDGE = 20;
    private static final int TITLE = 26;
    private static final int AXIS = 30;
    private static final int MOST_TICKS = 10;

    /** So many months are between two ticks, at the least that are few enough. */
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24, 60, 120, 240);

    /** Around a single day there is no time to be drawn. */
    private static final int SHORTEST_DAYS = 28;

    /**
     * One thing.
     *
     * @param x of its middle
     * @param y of its middle
     */
    record Mark(int number, Happened what, int x, int y) {}

    /** A lane, from top to bottom. */
    record Band(Lane lane, int top, int height) {}

    /** Where a month begins. */
    record Tick(LocalDate month, int x) {}

    Picture {
        marks = List.copyOf(marks);
        bands = List.copyOf(bands);
        ticks = List.copyOf(ticks);
    }

    /** @param happened oldest first; of many the latest are shown */
    static Picture of(List<Happened> happened) {
        int left = Math.max(0, happened.size() - MOST);
        List<Happened> shown = happened.subList(left, happened.size());
        if (shown.isEmpty()) {
            return new Picture(List.of(), List.of(), List.of(), 0, 0);
        }
        Scale scale = Scale.of(shown.get(0).on(), shown.get(shown.size() - 1).on());
        Map<Lane, List<Integer>> rows = new EnumMap<>(Lane.class);
        List<int[]> placed = new ArrayList<>();
        for (Happened one : shown) {
            int x = scale.x(one.on());
            placed.add(new int[] {x, row(rows.computeIfAbsent(one.lane(), lane -> new ArrayList<>()), x)});
        }
        List<Band> bands = bands(rows);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Happened what = shown.get(i);
            int top = bands.stream()
                    .filter(band -> band.lane() == what.lane())
                    .findFirst()
                    .orElseThrow()
                    .top();
            marks.add(new Mark(i + 1, what, placed.get(i)[0], top + TITLE + placed.get(i)[1] * SIZE + SIZE / 2));
        }
        Band last = bands.get(bands.size() - 1);
        return new Picture(marks, bands, scale.ticks(), left, last.top() + last.height() + AXIS);
    }

    /** The first row in which a mark there covers none; each row knows where its last one ends. */
    private static int row(List<Integer> ends, int x) {
        for (int row = 0; row < ends.size(); row++) {
            if (x - SIZE / 2 >= ends.get(row)) {
                ends.set(row, x + SIZE / 2);
                return row;
            }
        }
        ends.add(x + SIZE / 2);
        return ends.size() - 1;
    }

    private static List<Band> bands(Map<Lane, List<Integer>> rows) {
        List<Band> bands = new ArrayList<>();
        int top = 0;
        for (Map.Entry<Lane, List<Integer>> lane : rows.entrySet()) {
            int height = TITLE + lane.getValue().size() * SIZE + SIZE / 2;
            bands.add(new Band(lane.getKey(), top, height));
            top += height;
        }
        return bands;
    }

    public int width() {
        return WIDTH;
    }

    /** The top of the line of dates. */
    public int axis() {
        return height - AXIS;
    }

    /** Whether anything happened. */
    public boolean isEmpty() {
        return marks.isEmpty();
    }

    /** From days to places. */
    private record Scale(LocalDate from, long days) {

        static Scale of(LocalDate first, LocalDate last) {
            long days = ChronoUnit.DAYS.between(first, last);
            long missing = Math.max(0, SHORTEST_DAYS - days);
            return new Scale(first.minusDays(missing / 2), days + missing);
        }

        int x(LocalDate day) {
            int within = WIDTH - 2 * EDGE;
            return EDGE + (int) (within * ChronoUnit.DAYS.between(from, day) / days);
        }

        List<Tick> ticks() {
            LocalDate end = from.plusDays(days);
            long months = ChronoUnit.MONTHS.between(from.withDayOfMonth(1), end.withDayOfMonth(1));
            int step = MONTHS.stream()
                    .filter(each -> months / each < MOST_TICKS)
                    .findFirst()
                    .orElse(MONTHS.get(MONTHS.size() - 1));
            List<Tick> ticks = new ArrayList<>();
            LocalDate month = from.withDayOfMonth(1);
            while (month.isBefore(from) || (month.getMonthValue() - 1) % Math.min(step, 12) != 0) {
                month = month.plusMonths(1);
            }
            for (; !month.isAfter(end); month = month.plusMonths(step)) {
                ticks.add(new Tick(month, x(month)));
            }
            return ticks;
        }
    }
}
