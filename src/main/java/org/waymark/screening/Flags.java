package org.waymark.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.YoungPerson;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Said;
import org.waymark.screening.casefile.Standing;
import org.waymark.screening.outcome.Evidence;
import org.waymark.screening.outcome.FlagResult;
import org.waymark.screening.outcome.Reason;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;

/** What a reader should know about what the outcome rests on: what rules flag, and what the case file itself shows. */
final class Flags {

    /** Information of this contact is stale when older than this, in days (GD-03, policy choice). */
    private static final int STALE_DAYS = 90;

    /** What an earlier contact recorded is stale after 12 months, in days (GD-03, policy choice). */
    private static final int STALE_HISTORY_DAYS = 365;

    private final Run run;
    private final CaseFile file;
    private final Map<Flag, FlagResult> flags = new EnumMap<>(Flag.class);

    private Flags(Run run) {
        this.run = run;
        this.file = run.file();
    }

    /**
     * The flags, in the order of the contract.
     *
     * @param ageTells whether knowing an age that nobody knows could change the result
     */
    static List<FlagResult> of(Run run, Verdict verdict, Collection<Reason> reasons, boolean ageTells) {
        Flags flags = new Flags(run);
        verdict.flags().forEach((flag, rules) -> flags.add(flag, rules, flags.saidBy(rules, reasons)));
        flags.age(ageTells);
        flags.consent(verdict);
        flags.dates();
        flags.disagreements();
        flags.sources();
        flags.staleness(reasons);
        flags.elsewhere();
        return List.copyOf(flags.flags.values());
    }

    private void add(Flag flag, Collection<String> rules, String statement) {
        flags.putIfAbsent(flag, new FlagResult(flag, List.copyOf(rules), statement));
    }

    private String saidBy(Collection<String> rules, Collection<Reason> reasons) {
        return String.join(
                " ",
                reasons.stream()
                        .filter(reason -> rules.contains(reason.rule()))
                        .map(Reason::statement)
                        .distinct()
                        .toList());
    }

    private void age(boolean tells) {
        switch (run.ages().kind()) {
            case UNKNOWN ->
                add(
                        Flag.AGE_UNKNOWN,
                        List.of("TR-03"),
                        "Age is not known: screened as under 18. "
                                + (tells
                                        ? "Knowing it could change the result."
                                        : "No age under 18 would change the result."));
            case DISPUTED_ADULT ->
                add(Flag.AGE_DISPUTED, List.of("TR-02"), "Said to be 18 or over, and in doubt: treated as a child.");
            case CHILD, ADULT -> {}
        }
    }

    private void consent(Verdict verdict) {
        boolean given = file.isYes("early-help-consent");
        if (verdict.has(Pathway.EARLY_HELP) && !given) {
            add(Flag.CONSENT_UNKNOWN, List.of("EH-01"), "Nobody has said whether the family agrees to early help.");
        }
    }

    private void dates() {
        List<String> undated = file.catalogue().factors().stream()
                .filter(factor -> factor.kind() == FactorKind.EVENT)
                .filter(factor -> file.said(factor.id()).stream().anyMatch(this::isUndatedNow))
                .map(Factor::label)
                .toList();
        if (!undated.isEmpty()) {
            add(Flag.DATE_NOT_GIVEN, List.of(), "No date was given for " + Statements.listed(undated) + ".");
        }
    }

    private boolean isUndatedNow(Said said) {
        return said.contact() == file.current() && said.answer() == Answer.YES && said.undated();
    }

    private void disagreements() {
        List<String> disputed = file.standings().values().stream()
                .filter(Standing::disagreement)
                .map(standing ->
                        standing.factor().label() + " (" + standing.answer().code() + " counts)")
                .toList();
        if (!disputed.isEmpty()) {
            add(Flag.SOURCES_DISAGREE, List.of("GD-04"), "Sources disagree about " + Statements.listed(disputed) + ".");
        }
    }

    private void sources() {
        Set<String> sources = new TreeSet<>();
        for (Standing standing : file.standings().values()) {
            standing.saidBy().stream().map(Said::source).map(Flags::nameOf).forEach(sources::add);
        }
        if (sources.equals(Set.of(Agency.ANONYMOUS.code()))) {
            add(Flag.SINGLE_ANONYMOUS_SOURCE, List.of(), "All that is known comes from one anonymous source.");
        }
    }

    private static String nameOf(@org.jspecify.annotations.Nullable Agency source) {
        return source == null ? "" : source.code();
    }

    private void staleness(Collection<Reason> reasons) {
        List<String> stale = reasons.stream()
                .flatMap(reason -> reason.facts().stream())
                .filter(this::isStale)
                .map(evidence -> file.catalogue().require(evidence.factor()).label())
                .distinct()
                .toList();
        if (!stale.isEmpty()) {
            add(Flag.STALE, List.of("GD-03"), "Rests on old information about " + Statements.listed(stale) + ".");
        }
    }

    private boolean isStale(Evidence evidence) {
        boolean ofThisContact = evidence.recordedOn().equals(file.today());
        if (!ofThisContact) {
            return evidence.recordedOn().isBefore(file.today().minusDays(STALE_HISTORY_DAYS));
        }
        List<java.time.LocalDate> dates = evidence.dates();
        return !dates.isEmpty()
                && dates.get(dates.size() - 1).isBefore(file.today().minusDays(STALE_DAYS));
    }

    private void elsewhere() {
        YoungPerson person = file.current().youngPerson();
        Stream<String> areas = Stream.concat(
                person.previousReferences().stream().map(PersonKey::area), Stream.ofNullable(person.placedByArea()));
        List<String> others = new ArrayList<>(
                areas.filter(area -> !area.equals(person.area())).distinct().toList());
        if (!others.isEmpty()) {
            add(
                    Flag.NOT_ASSESSED_HERE,
                    List.of(),
                    "Also known to " + Statements.listed(others) + ": what was recorded there may not be here.");
        }
    }
}
