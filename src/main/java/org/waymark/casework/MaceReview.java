package org.waymark.casework;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Said;
import org.waymark.screening.pathway.Action;

/**
 * MA-17: a young person who is open to MACE, or whom a decision put before it at the highest level, is reviewed within
 * twelve weeks of the first concern, and again within twelve weeks of each review. The twelve weeks are those of the
 * multi-agency child exploitation protocol of Liverpool, 2016.
 */
final class MaceReview {

    /** The row of the policy. */
    static final String RULE = "MA-17";

    static final int DAYS = 84;

    private static final String OPEN = "mace-open";
    private static final String FIRST_CONCERN = "first-exploitation-concern";
    private static final String REVIEW = "mace-review";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private MaceReview() {}

    /**
     * The clock as it stands on a day; none where MACE is not, or no longer, concerned.
     *
     * @param file what is known at the last contact
     * @param highest the days of the contacts at which a decision asked for MACE at its highest level
     */
    static Optional<CaseClock> of(CaseFile file, Collection<LocalDate> highest, LocalDate today) {
        if (!file.isYes(OPEN) && highest.isEmpty()) {
            return Optional.empty();
        }
        return firstConcern(file, highest).map(first -> clock(first, lastReview(file), today));
    }

    /** The first day that anybody gave; where nobody did, the first contact that said so. */
    private static Optional<LocalDate> firstConcern(CaseFile file, Collection<LocalDate> highest) {
        Stream<LocalDate> opened = file.said(OPEN).stream().map(Said::recordedOn);
        return Stream.of(days(file, FIRST_CONCERN), highest.stream(), opened)
                .flatMap(days -> days)
                .min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> lastReview(CaseFile file) {
        return days(file, REVIEW).max(Comparator.naturalOrder());
    }

    private static Stream<LocalDate> days(CaseFile file, String factor) {
        return file.said(factor).stream().flatMap(said -> said.days().stream());
    }

    private static CaseClock clock(LocalDate first, Optional<LocalDate> review, LocalDate today) {
        LocalDate from = review.filter(first::isBefore).orElse(first);
        LocalDate due = from.plusDays(DAYS);
        boolean overdue = today.isAfter(due);
        String since =
                (review.isPresent() ? "The last MACE review was on " : "The first concern was on ") + DAY.format(from);
        return new CaseClock(
                RULE,
                "Reviewed at MACE within 12 weeks",
                from,
                due,
                overdue,
                Action.OVERDUE_REVIEW,
                since + (overdue ? "; a review was due by " : "; a review is due by ") + DAY.format(due) + ".",
                "Liverpool child exploitation protocol 2016; the repeat is a policy choice");
    }
}
