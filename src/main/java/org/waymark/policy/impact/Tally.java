package org.waymark.policy.impact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.PersonKey;
import org.waymark.policy.impact.ImpactReport.AreaWeek;
import org.waymark.policy.impact.ImpactReport.Beside;
import org.waymark.policy.impact.ImpactReport.Load;
import org.waymark.policy.impact.ImpactReport.Move;
import org.waymark.policy.impact.ImpactReport.Standing;
import org.waymark.policy.impact.ImpactReport.Totals;
import org.waymark.policy.impact.ImpactReport.Week;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;

/** What was found so far, on part of the cases. Two of them add up, in either order. Belongs to one thread at a time. */
final class Tally {

    private static final int BEFORE = 0;
    private static final int AFTER = 1;

    /** Columns of a load: all, immediate and same-day before, then the same after. */
    private static final int LOAD = 3;

    record WeekKey(LocalDate monday, int place, String pathway) implements Comparable<WeekKey> {
        @Override
        public int compareTo(WeekKey other) {
            int byWeek = monday.compareTo(other.monday);
            return byWeek == 0 ? Integer.compare(place, other.place) : byWeek;
        }
    }

    record AreaKey(String area, LocalDate monday) implements Comparable<AreaKey> {
        @Override
        public int compareTo(AreaKey other) {
            int byArea = area.compareTo(other.area);
            return byArea == 0 ? monday.compareTo(other.monday) : byArea;
        }
    }

    record MoveKey(Standing before, Standing after) implements Comparable<MoveKey> {
        @Override
        public int compareTo(MoveKey other) {
            int byBefore = before.compareTo(other.before);
            return byBefore == 0 ? after.compareTo(other.after) : byBefore;
        }
    }

    /**
     * A changed case, and whose it is.
     *
     * @param assessedAt when; a later contact of the same young person takes its place
     */
    record Changed(ChangedCase one, PersonKey person, Instant assessedAt) {}

    private final Manifest manifestBefore;
    private final Manifest manifestAfter;
    private final Function<PersonKey, String> marks;

    // What follows is what TallyJson keeps.
    long cases;
    long others;

    /** Young people who are counted and no longer known by name. */
    long peopleBefore;

    final Set<PersonKey> people = new HashSet<>();
    final Counts<Direction> directions = new Counts<>(1);
    final Counts<MoveKey> moves = new Counts<>(1);
    final Counts<String> beside = new Counts<>(2);
    final Counts<String> fired = new Counts<>(2);
    final Counts<WeekKey> weeks = new Counts<>(2 * LOAD);
    final Counts<AreaKey> areas = new Counts<>(2 * LOAD);
    final Groups groups = new Groups();
    final List<Changed> changed = new ArrayList<>();

    /** Until when young people were seen under later references, by their marks. */
    final SortedMap<String, Instant> later = new TreeMap<>();

    /**
     * @param marks stands for young people wherever they are only told apart, so that what is kept need not name them
     */
    Tally(Manifest manifestBefore, Manifest manifestAfter, Function<PersonKey, String> marks) {
        this.manifestBefore = manifestBefore;
        this.manifestAfter = manifestAfter;
        this.marks = marks;
    }

    /** Takes note of contacts that take the place of earlier ones under other references. */
    void add(LaterContacts others) {
        others.all().forEach((person, seenAt) -> addLater(marks.apply(person), seenAt));
    }

    void addLater(String person, Instant seenAt) {
        later.merge(person, seenAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    void add(ImpactCase one, Result before, Result after) {
        Direction direction = Direction.between(before, after);
        cases++;
        people.add(one.assessment().youngPerson().key());
        directions.add(direction, 0);
        moves.add(new MoveKey(standing(before), standing(after)), 0);
        count(before, BEFORE);
        count(after, AFTER);
        load(one, before, BEFORE);
        load(one, after, AFTER);
        groups.add(one, marks.apply(one.assessment().youngPerson().key()), direction, before, after);
        boolean otherwise = !before.beside().equals(after.beside());
        if (direction == Direction.SAME && otherwise) {
            others++;
        }
        if (direction != Direction.SAME || otherwise) {
            changed.add(new Changed(
                    changed(one, direction, before, after),
                    one.assessment().youngPerson().key(),
                    one.assessment().assessedAt()));
        }
    }

    private static Standing standing(Result result) {
        return new Standing(result.primary(), result.urgency());
    }

    private void count(Result result, int side) {
        result.fired().keySet().forEach(line -> fired.add(line, side));
        result.beside().forEach(what -> beside.add(what, side));
    }

    private void load(ImpactCase one, Result result, int side) {
        LocalDate monday =
                LondonDays.of(one.assessment().receivedAt()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        result.paths()
                .forEach((pathway, path) ->
                        load(weeks, new WeekKey(monday, pathway.ordinal(), pathway.code()), path.urgency(), side));
        load(weeks, new WeekKey(monday, Pathway.values().length, ImpactReport.WHOLE), result.urgency(), side);
        load(areas, new AreaKey(one.assessment().youngPerson().area(), monday), result.urgency(), side);
    }

    private static <K extends Comparable<? super K>> void load(
            Counts<K> into, K key, @Nullable Urgency urgency, int side) {
        if (urgency == null) {
            return;
        }
        into.add(key, side * LOAD);
        if (urgency == Urgency.IMMEDIATE) {
            into.add(key, side * LOAD + 1);
        } else if (urgency == Urgency.SAME_DAY) {
            into.add(key, side * LOAD + 2);
        }
    }

    private ChangedCase changed(ImpactCase one, Direction direction, Result before, Result after) {
        return new ChangedCase(
                one.reference(),
                LondonDays.of(one.assessment().assessedAt()),
                one.latest(),
                direction,
                Words.of(before, manifestBefore),
                Words.of(after, manifestAfter),
                after.urgency(),
                RuleChange.between(before, after),
                without(before.beside(), after.beside()),
                without(after.beside(), before.beside()));
    }

    private static List<String> without(Set<String> all, Set<String> some) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        return List.copyOf(left);
    }

    void add(Tally other) {
        cases += other.cases;
        others += other.others;
        peopleBefore += other.peopleBefore;
        people.addAll(other.people);
        directions.add(other.directions);
        moves.add(other.moves);
        beside.add(other.beside);
        fired.add(other.fired);
        weeks.add(other.weeks);
        areas.add(other.areas);
        groups.add(other.groups);
        changed.addAll(other.changed);
        other.later.forEach(this::addLater);
    }

    Totals totals() {
        return new Totals(
                cases,
                peopleBefore + people.size(),
                directions.get(Direction.SAME, 0),
                directions.get(Direction.HIGHER, 0),
                directions.get(Direction.LOWER, 0),
                directions.get(Direction.MIXED, 0),
                others);
    }

    List<Move> matrix() {
        return moves.sorted().entrySet().stream()
                .map(one -> new Move(one.getKey().before(), one.getKey().after(), one.getValue()[0]))
                .toList();
    }

    /** The changed cases by reference; one reference is one case, so no two stand in any order. */
    List<ChangedCase> changed() {
        return changed.stream()
                .map(this::asItStands)
                .sorted(Comparator.comparing(ChangedCase::reference).thenComparing(ChangedCase::assessedOn))
                .toList();
    }

    /** Only now is it known whether a later contact under another reference took its place. */
    private ChangedCase asItStands(Changed changed) {
        Instant seen = later.get(marks.apply(changed.person()));
        return seen != null && seen.isAfter(changed.assessedAt())
                ? changed.one().notLatest()
                : changed.one();
    }

    List<Beside> beside() {
        return beside.sorted().entrySet().stream()
                .map(one -> new Beside(one.getKey(), one.getValue()[BEFORE], one.getValue()[AFTER]))
                .filter(one -> one.before() != one.after())
                .toList();
    }

    long fired(String line, boolean underCandidate) {
        return fired.get(line, underCandidate ? AFTER : BEFORE);
    }

    Set<String> firedLines() {
        return fired.sorted().keySet();
    }

    List<Week> weeks() {
        return weeks.sorted().entrySet().stream()
                .map(one -> new Week(
                        one.getKey().monday(),
                        one.getKey().pathway(),
                        load(one.getValue(), BEFORE),
                        load(one.getValue(), AFTER)))
                .toList();
    }

    List<AreaWeek> areaWeeks() {
        return areas.sorted().entrySet().stream()
                .map(one -> new AreaWeek(
                        one.getKey().area(),
                        one.getKey().monday(),
                        load(one.getValue(), BEFORE),
                        load(one.getValue(), AFTER)))
                .toList();
    }

    private static Load load(long[] counts, int side) {
        return new Load(counts[side * LOAD], counts[side * LOAD + 1], counts[side * LOAD + 2]);
    }

    List<ImpactReport.Group> groups() {
        return groups.shown();
    }
}
