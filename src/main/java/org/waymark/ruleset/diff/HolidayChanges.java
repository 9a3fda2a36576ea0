package org.waymark.ruleset.diff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.screening.rule.WorkingDays;

/** Days on which the clocks that count working days stand still now and did not, or did and do not. */
final class HolidayChanges {

    private HolidayChanges() {}

    static List<Entry> entries(WorkingDays before, WorkingDays after) {
        return Keyed.compare(
                byDay(before),
                byDay(after),
                (day, holiday) -> List.of(entry(
                        day,
                        ChangeKind.ADDED,
                        Detail.added("day", day, "is no longer a working day, clocks over it run later", null))),
                (day, holiday) -> List.of(entry(
                        day,
                        ChangeKind.REMOVED,
                        Detail.removed("day", day, "is no longer a bank holiday, clocks over it run sooner", null))),
                (day, was, is) -> List.of());
    }

    private static Map<String, LocalDate> byDay(WorkingDays days) {
        return days.holidays().stream().collect(Collectors.toMap(LocalDate::toString, Function.identity()));
    }

    private static Entry entry(String day, ChangeKind kind, Detail detail) {
        return new Entry(Subject.BANK_HOLIDAY, day, kind, "", List.of(), List.of(detail));
    }
}
