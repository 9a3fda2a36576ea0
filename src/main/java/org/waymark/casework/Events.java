package org.waymark.casework;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.casework.judgement.OutcomeTable;
import org.waymark.trail.Entry;

/**
 * What came of decisions about one young person, by day.
 *
 * @param outcomes in the order in which they were recorded
 */
record Events(List<Event> outcomes) {

    /** Results that say that something is not over. */
    private static final Set<String> NOT_DONE = Set.of(
            "started",
            "ongoing",
            "not-held",
            "not-completed",
            "incomplete",
            "delayed",
            "extended",
            "postponed",
            "cancelled");

    /** One outcome, by its code, its result as a code, and its day. */
    record Event(String what, String result, LocalDate on) {}

    Events {
        outcomes = List.copyOf(outcomes);
    }

    /** Those of decisions on contacts that count. */
    static Events of(List<Contacts.Decided> decided) {
        return new Events(decided.stream()
                .flatMap(one -> one.file().acts().stream())
                .flatMap(Events::event)
                .toList());
    }

    private static Stream<Event> event(Entry act) {
        return ActEntries.content(act).filter(content -> content.has("what")).stream()
                .map(content -> new Event(
                        content.path("what").asString(),
                        OutcomeTable.code(content.path("result").asString()),
                        LocalDate.parse(content.path("on").asString())));
    }

    /** The last day on which this was done, if it was. */
    Optional<LocalDate> lastDone(String what) {
        return outcomes.stream()
                .filter(event -> event.what().equals(what) && !NOT_DONE.contains(event.result()))
                .map(Event::on)
                .max(Comparator.naturalOrder());
    }

    /** The first of these days after which this was not done yet; a day on which it was done is answered. */
    Optional<LocalDate> firstUnanswered(Stream<LocalDate> days, String what) {
        LocalDate done = lastDone(what).orElse(LocalDate.MIN);
        return days.filter(day -> day.isAfter(done)).min(Comparator.naturalOrder());
    }
}
