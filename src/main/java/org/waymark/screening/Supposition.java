package org.waymark.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Observation;
import org.waymark.assessment.OffenceStatus;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Said;

/**
 * An answer that nobody has given, to see what it would change. It stands in the place of what this contact leaves open
 * about the factor.
 *
 * @param shown the answer as a question shows it
 * @param file what would be known then
 */
record Supposition(String shown, CaseFile file) {

    static Supposition yes(CaseFile file, String factor, @Nullable LocalDate on) {
        return settled("yes", file, observation(factor, Answer.YES, on, null, null, null, null));
    }

    static Supposition no(CaseFile file, String factor) {
        return settled("no", file, observation(factor, Answer.NO, null, null, null, null, null));
    }

    static Supposition value(CaseFile file, String factor, BigDecimal value) {
        return settled(
                value.toPlainString(), file, observation(factor, Answer.YES, file.today(), null, null, value, null));
    }

    /**
     * It happened so often. Whoever said that it happened at all says how often.
     *
     * @param withinDays over how many days, absent for no stated period
     * @param on the last day, where there is no period
     */
    static Supposition times(
            CaseFile file, String factor, int times, @Nullable Integer withinDays, @Nullable LocalDate on) {
        List<Said> yes = file.said(factor).stream().filter(Supposition::isYes).toList();
        Said teller = yes.isEmpty() ? null : yes.get(yes.size() - 1);
        return settled(
                String.valueOf(times), file, observation(factor, Answer.YES, on, times, withinDays, null, teller));
    }

    /** It happened on that day, says whoever said before that it happened and gave no day. */
    static Supposition on(CaseFile file, String factor, LocalDate day) {
        List<Said> all = new ArrayList<>();
        Said last = null;
        boolean dated = false;
        for (Said said : file.said(factor)) {
            boolean undated = isYes(said) && said.undated();
            boolean here = said.contact() == file.current();
            all.add(undated && here ? on(said, day, file) : said);
            dated |= undated && here;
            last = undated ? said : last;
        }
        if (!dated && last != null) {
            all.add(on(last, day, file));
        }
        return new Supposition(day.toString(), file.saying(factor, all));
    }

    private static Said on(Said said, LocalDate day, CaseFile file) {
        Observation before = said.observation();
        return new Said(
                new Observation(
                        before.factor(),
                        before.answer(),
                        before.dates(),
                        before.times(),
                        before.withinDays(),
                        day,
                        before.since(),
                        before.value(),
                        before.offenceStatus(),
                        before.basis(),
                        said.source(),
                        before.note()),
                file.current());
    }

    private static boolean isYes(Said said) {
        return said.answer() == Answer.YES;
    }

    private static Supposition settled(String shown, CaseFile file, Observation answer) {
        Predicate<Said> open =
                said -> said.contact() == file.current() && said.answer().isUnsettled();
        List<Said> all = new ArrayList<>(
                file.said(answer.factor()).stream().filter(open.negate()).toList());
        all.add(new Said(answer, file.current()));
        return new Supposition(shown, file.saying(answer.factor(), all));
    }

    private static Observation observation(
            String factor,
            Answer answer,
            @Nullable LocalDate on,
            @Nullable Integer times,
            @Nullable Integer withinDays,
            @Nullable BigDecimal value,
            @Nullable Said teller) {
        Agency source = teller == null ? null : teller.source();
        OffenceStatus status = teller == null ? null : teller.observation().offenceStatus();
        return new Observation(
                factor, answer, List.of(), times, withinDays, on, null, value, status, Basis.CONFIRMED, source, null);
    }
}
