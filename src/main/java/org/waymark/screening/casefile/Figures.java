package org.waymark.screening.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.waymark.assessment.Answer;

/** The figures that were given for a measure, and of what day. */
public final class Figures {

    /**
     * One figure.
     *
     * @param on its day; the day of the contact where none was given, and then {@code assumed}
     */
    public record Figure(BigDecimal value, LocalDate on, boolean assumed, Said said) {}

    private Figures() {}

    /** Every figure in what was said, oldest contact first. */
    public static List<Figure> of(List<Said> said) {
        return said.stream()
                .filter(one -> one.answer() == Answer.YES)
                .<Figure>mapMulti((one, figures) -> {
                    BigDecimal value = one.observation().value();
                    if (value != null) {
                        SortedSet<LocalDate> days = one.days();
                        figures.accept(new Figure(
                                value, days.isEmpty() ? one.recordedOn() : days.last(), days.isEmpty(), one));
                    }
                })
                .toList();
    }
}
