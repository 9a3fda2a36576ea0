package org.waymark.ruleset.safety;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Factor;
import org.waymark.assessment.Observation;

/** A figure at each limit that some rule draws, one below and one above, on the oldest day of each window and without a day. */
final class FigureValues {

    private FigureValues() {}

    static List<Value> of(Factor factor, Limits limits) {
        List<Integer> windows = List.copyOf(limits.windows());
        boolean downward = factor.protectiveAnswer() == Answer.NO;
        List<Value> values = new ArrayList<>();
        for (double figure : figures(limits)) {
            for (int window = 0; window <= windows.size(); window++) {
                boolean before = window == windows.size();
                int daysAgo = !before ? windows.get(window) : windows.isEmpty() ? 0 : windows.get(window - 1) + 1;
                LocalDate day = ExampleCase.TODAY.minusDays(daysAgo);
                Amount amount = new Amount.Figure(figure, downward, windows.size() - window, false);
                values.add(
                        Value.yes("yes, " + shown(figure) + " on " + day, List.of(yes(factor, figure, day)), amount));
            }
            Amount amount = new Amount.Figure(figure, downward, windows.size(), true);
            values.add(
                    Value.yes("yes, " + shown(figure) + " without a day", List.of(yes(factor, figure, null)), amount));
        }
        return values;
    }

    private static SortedSet<Double> figures(Limits limits) {
        SortedSet<Double> figures = new TreeSet<>();
        for (double limit : limits.figures()) {
            figures.add(Math.max(0, limit - 1));
            figures.add(limit);
            figures.add(limit + 1);
        }
        if (figures.isEmpty()) {
            figures.add(1.0);
        }
        return figures;
    }

    private static String shown(double figure) {
        return new BigDecimal(String.valueOf(figure)).stripTrailingZeros().toPlainString();
    }

    private static Observation yes(Factor factor, double figure, @Nullable LocalDate day) {
        return new Observation(
                factor.id(),
                Answer.YES,
                List.of(),
                null,
                null,
                day,
                null,
                new BigDecimal(shown(figure)),
                null,
                Basis.REPORTED,
                null,
                null);
    }
}
