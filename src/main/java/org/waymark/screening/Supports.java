package org.waymark.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Factor;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Happened;
import org.waymark.screening.fact.Measured;
import org.waymark.screening.fact.No;
import org.waymark.screening.fact.Offence;
import org.waymark.screening.fact.Recommended;
import org.waymark.screening.fact.Several;
import org.waymark.screening.fact.Unclear;
import org.waymark.screening.fact.Unknown;
import org.waymark.screening.fact.Unsettled;
import org.waymark.screening.fact.Yes;
import org.waymark.screening.fact.YoungPerson;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.Stage;

/**
 * What holds a pathway up in one pass: factors of which at least one must be taken away before the pathway can be gone,
 * or be slower. A pathway stands as long as any one firing gives it, so the factors behind one firing are enough to
 * name; of several the one that rests on fewest is named.
 *
 * <p>INVARIANT: as long as nothing that is named here is taken away, the pathway stays as it is. More may be named than
 * could bring it down; never less.
 */
final class Supports {

    private final Pass pass;
    private final CaseFile file;
    private final EvidenceFinder evidence;
    private final Known known;
    private final Manifest manifest;
    private final PossibleAges ages;

    Supports(Pass pass, Known known, Manifest manifest) {
        this.pass = pass;
        this.file = pass.file();
        this.evidence = new EvidenceFinder(file);
        this.known = known;
        this.manifest = manifest;
        this.ages = PossibleAges.of(file);
    }

    /** Factors of which one must go before the pathway can be gone. */
    Set<String> ofBeingThere(Pathway pathway) {
        return of(pathway, advice -> true, null);
    }

    /** Factors of which one must go before the pathway can be gone, slower, or at a lower level. */
    Set<String> ofBeingSoStrong(Pathway pathway) {
        Verdict.Path path = pass.verdict().pathways().get(pathway);
        if (path == null) {
            return Set.of();
        }
        String level = path.level();
        Set<String> factors = new LinkedHashSet<>(of(pathway, advice -> advice.urgency() == path.urgency(), null));
        if (level != null) {
            factors.addAll(of(pathway, advice -> level.equals(advice.level()), null));
        }
        return factors;
    }

    /**
     * @param before the stage to which the pathway must be known; absent for the end
     */
    private Set<String> of(Pathway pathway, Predicate<PathwayAdvice> enough, @Nullable Stage before) {
        Set<String> factors = new LinkedHashSet<>(fewest(
                firing -> firing.conclusions().pathways().stream()
                        .anyMatch(advice -> advice.pathway() == pathway && enough.test(advice)),
                before));
        if (pathway == Pathway.ENFORCEMENT && ages.kind() == PossibleAges.Kind.CHILD) {
            // Enforcement falls with the last pathway that looks after the child.
            factors.addAll(fewest(
                    firing -> Pathway.WELFARE.stream()
                            .anyMatch(one -> pass.verdict().has(one)
                                    && firing.conclusions().gives(one)),
                    Stage.HOLDS));
        }
        return factors;
    }

    private Set<String> fewest(Predicate<Firing> which, @Nullable Stage before) {
        return pass.firings().stream()
                .filter(which)
                .flatMap(firing -> read(firing, before).stream())
                .min(Comparator.comparingInt(Set::size))
                .orElseGet(known::everything);
    }

    /** The factors that a firing rests on; nothing where it came too late to be read. */
    private Optional<Set<String>> read(Firing firing, @Nullable Stage before) {
        if (Guard.NRM_BESIDE_SAFEGUARDING.gave(firing)) {
            // Whoever reads the result of a stage reads what this guard made of the first one.
            return before == Stage.STATUTORY
                    ? Optional.empty()
                    : Optional.of(fewest(
                            one -> one.conclusions().actions().stream()
                                    .anyMatch(advice -> advice.action() == Action.NRM_REFERRAL),
                            before == null ? null : Stage.EARLY_HELP));
        } else if (Guard.IMMEDIATE_HARM_NEVER_UNIVERSAL.gave(firing)) {
            // It stands aside for whatever pathway is there, so whatever might bring one might take it away.
            return before == null ? Optional.of(known.everything()) : Optional.empty();
        }
        return before != null && firing.rule().stage().compareTo(before) >= 0
                ? Optional.empty()
                : Optional.of(behind(firing));
    }

    private Set<String> behind(Firing firing) {
        Stage stage = firing.rule().stage();
        Set<String> factors = new LinkedHashSet<>();
        firing.facts().forEach(fact -> factors.addAll(behind(fact, stage)));
        if (firing.rule().conditions().stream().anyMatch(Condition::negated)) {
            factors.addAll(known.raising());
        }
        return factors;
    }

    private Collection<String> behind(Fact fact, Stage stage) {
        if (fact instanceof Yes yes) {
            return Set.of(yes.factor());
        } else if (fact instanceof No no) {
            return Set.of(no.factor());
        } else if (fact instanceof Unknown unknown) {
            return Set.of(unknown.factor());
        } else if (fact instanceof Unclear unclear) {
            return Set.of(unclear.factor());
        } else if (fact instanceof Happened happened) {
            return Set.of(happened.factor());
        } else if (fact instanceof Offence offence) {
            return Set.of(offence.factor());
        } else if (fact instanceof Measured measured) {
            return Set.of(measured.factor());
        } else if (fact instanceof Several several) {
            return evidence.counted(several).map(Factor::id).toList();
        } else if (fact instanceof Unsettled unsettled) {
            return FactFinder.unsettledIn(file, unsettled.group()).toList();
        } else if (fact instanceof YoungPerson) {
            return ages.kind() == PossibleAges.Kind.DISPUTED_ADULT ? Set.of(Guard.AGE_DISPUTED) : Set.of();
        } else if (fact instanceof Recommended recommended) {
            return behind(recommended, stage);
        }
        // Anything but yes stays so with less said, and who made contact and where are not facts about a factor.
        return List.of();
    }

    /** Urgency and level of a recommendation may come from two firings; with either it would be another. */
    private Set<String> behind(Recommended recommended, Stage stage) {
        Set<String> factors = new LinkedHashSet<>(
                of(recommended.pathway(), advice -> advice.urgency().isAtLeast(recommended.urgency()), stage));
        int rank = manifest.rank(recommended.level());
        if (rank > 0) {
            factors.addAll(of(
                    recommended.pathway(),
                    advice -> advice.level() != null && manifest.rank(advice.level()) >= rank,
                    stage));
        }
        return factors;
    }

    /**
     * @param raising factors that, being taken away, might bring a recommendation against which some rule reads
     * @param everything all factors that anything reads
     */
    record Known(Set<String> raising, Set<String> everything) {}
}
