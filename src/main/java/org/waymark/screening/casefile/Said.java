package org.waymark.screening.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.Observation;
import org.waymark.assessment.OffenceStatus;

/** One observation, and the contact that made it. */
public record Said(Observation observation, Assessment contact) {

    /**
     * In what order a contact's observations are read, whichever it told first: what was dropped after what was
     * alleged, and before a charge, so that a charge stands.
     */
    static final Comparator<Observation> WITHIN_A_CONTACT = Comparator.comparing(
                    Observation::offenceStatus, Comparator.nullsFirst(Comparator.<OffenceStatus>naturalOrder()))
            .thenComparing(Observation::source, Comparator.nullsFirst(Comparator.<Agency>naturalOrder()))
            // The text begins with the factor, and is only worth making for two observations of the same one.
            .thenComparing(Observation::factor)
            .thenComparing(Observation::toString);

    public Answer answer() {
        return observation.answer();
    }

    /** Who observed it: the source named, else whoever made contact. */
    public @Nullable Agency source() {
        return observation.source() != null ? observation.source() : contact.referredBy();
    }

    /** The day, in London, of the contact that recorded it. */
    public LocalDate recordedOn() {
        return LondonDays.of(contact.assessedAt());
    }

    /** The days on which it is known to have happened. */
    public SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>(observation.dates());
        if (observation.on() != null) {
            days.add(observation.on());
        }
        return days;
    }

    /** Whether nothing at all says when it happened. */
    public boolean undated() {
        return days().isEmpty() && observation.withinDays() == null;
    }

    /** Whether police or youth justice reported it as something the young person did. */
    boolean isReportedOffence() {
        return source() == Agency.POLICE || source() == Agency.YOUTH_JUSTICE;
    }

    /** Whether police or youth justice let the matter drop. */
    boolean isDropped() {
        return observation.offenceStatus() == OffenceStatus.NO_FURTHER_ACTION;
    }
}
