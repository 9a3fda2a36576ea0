package org.waymark.pages.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.assessment.LondonDays;
import org.waymark.pages.person.Happened.Lane;
import org.waymark.pages.person.TrailView.Entry;
import org.waymark.pages.person.TrailView.Observation;

/** What happened with a young person, by what their page shows of their trail, and no more than that. */
final class Happenings {

    private static final String YES = "yes";

    /** What people did with a decision. */
    private static final Set<String> ACTS = Set.of("confirmed", "overridden", "countersigned", "outcome");

    private Happenings() {}

    /** Oldest first; an event that several contacts tell of in the same way is there once. */
    static List<Happened> of(List<Entry> entries) {
        Set<Happened> all = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (!entry.isErased()) {
                contact(entry).ifPresent(all::add);
                events(entry).forEach(all::add);
                act(entry).ifPresent(all::add);
            }
        }
        List<Happened> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing(Happened::on).thenComparing(Happened::lane));
        return ordered;
    }

    /** On the day of which it speaks, which may be long before it was recorded. */
    private static Optional<Happened> contact(Entry entry) {
        return Optional.ofNullable(entry.decision()).map(decision -> {
            String agency =
                    entry.assessment() == null ? null : entry.assessment().referredBy();
            return new Happened(
                    Lane.CONTACT,
                    LondonDays.of(decision.assessedAt()),
                    agency == null ? "" : agency,
                    decision.outcome().summary());
        });
    }

    private static Stream<Happened> events(Entry entry) {
        return Stream.ofNullable(entry.assessment())
                .flatMap(assessment -> Stream.ofNullable(assessment.observations()))
                .flatMap(List::stream)
                .filter(seen -> seen.answer().equals(YES))
                .flatMap(seen -> days(seen)
                        .map(day -> new Happened(
                                Lane.EVENT, day, seen.factor(), Objects.requireNonNullElse(seen.basis(), ""))));
    }

    /** A figure has a day too, on which nothing happened but that somebody counted. */
    private static Stream<LocalDate> days(Observation seen) {
        Stream<LocalDate> dated = seen.dates() == null ? Stream.empty() : seen.dates().stream();
        return Stream.concat(dated, seen.value() == null ? Stream.ofNullable(seen.on()) : Stream.empty());
    }

    private static Optional<Happened> act(Entry entry) {
        return ACTS.contains(entry.kind())
                ? Optional.of(new Happened(Lane.ACT, LondonDays.of(entry.recordedAt()), entry.kind(), ""))
                : Optional.empty();
    }
}
