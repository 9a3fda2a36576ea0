package org.waymark.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waymark.assessment.Assessment;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.History;
import org.waymark.screening.outcome.ActionResult;
import org.waymark.screening.outcome.BlockResult;
import org.waymark.screening.outcome.Explanation;
import org.waymark.screening.outcome.NearMiss;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.PathwayResult;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.outcome.Reason;
import org.waymark.screening.outcome.ServiceResult;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.RuleSet;

/**
 * Screens assessments under one rule set. A pure function of rule set, assessment and history; safe for many threads.
 */
public final class Screener {

    private final RuleSet ruleSet;

    /** The same rules, asked without the engine: for what a decision would be, tried hundreds of times for each. */
    private final RuleSet supposing;

    private final FactFinder finder;
    private final ReadFactors read;
    private final Set<RecommendedCondition> recommendable;

    public Screener(RuleSet ruleSet) {
        this(ruleSet, ruleSet.with(ruleSet.rules()));
    }

    /**
     * @param supposing the same rules, asked by whatever is to try suppositions
     */
    Screener(RuleSet ruleSet, RuleSet supposing) {
        this.ruleSet = ruleSet;
        this.supposing = supposing;
        this.finder = new FactFinder(ruleSet);
        this.read = new ReadFactors(ruleSet);
        this.recommendable = ruleSet.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(RecommendedCondition.class::isInstance)
                .map(RecommendedCondition.class::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public RuleSet ruleSet() {
        return ruleSet;
    }

    /**
     * Screens one assessment.
     *
     * @param recorded every other recorded assessment of the same young person, in any order; those that do not count
     *     as history are left out here
     */
    public Outcome screen(Assessment assessment, Collection<Assessment> recorded) {
        List<Assessment> history = History.before(assessment, recorded);
        Run run = run(assessment, history);
        Verdict verdict = run.verdict();
        List<Question> questions =
                new Questions(read, supposed -> suppose(supposed).verdict()).about(run.file(), verdict);
        boolean ageTells = wouldAgeTell(run, verdict);
        return outcome(run, verdict, new Asked(questions, ageTells, Summary.ofQuestions(questions, ageTells)));
    }

    /**
     * The same outcome without its questions, which cost a hundred times as much as all the rest: for who does not ask.
     *
     * @param recorded as for {@link #screen}
     */
    public Outcome screenWithoutQuestions(Assessment assessment, Collection<Assessment> recorded) {
        Run run = run(assessment, History.before(assessment, recorded));
        return outcome(run, run.verdict(), new Asked(List.of(), false, ""));
    }

    /**
     * Screens one assessment without putting it into words and without asking what an answer would change: what the
     * rules' own tests and proofs look at, thousands of times.
     */
    public Pass pass(Assessment assessment, Collection<Assessment> recorded) {
        return Pass.of(run(assessment, History.before(assessment, recorded)));
    }

    /**
     * The same with no guard acting, so that it shows what the rules alone come to. For proofs about rules, never for a
     * decision.
     */
    public Pass unguarded(Assessment assessment, Collection<Assessment> recorded) {
        List<Assessment> history = History.before(assessment, recorded);
        CaseFile file = CaseFile.of(ruleSet.catalogue(), assessment, history);
        return Pass.of(Run.of(ruleSet, finder, recommendable, file, Course::unguarded));
    }

    /** Says what each pathway of a screening rests on: without which facts it would not be there, or would be slower. */
    public Explanation explain(Assessment assessment, Collection<Assessment> recorded) {
        List<Assessment> history = History.before(assessment, recorded);
        return new Counterfactuals(ruleSet, read, left -> Pass.of(suppose(left)))
                .of(CaseFile.of(ruleSet.catalogue(), assessment, history));
    }

    private Run run(Assessment assessment, Collection<Assessment> history) {
        return Run.of(ruleSet, finder, recommendable, CaseFile.of(ruleSet.catalogue(), assessment, history));
    }

    private Run suppose(CaseFile file) {
        return Run.of(supposing, finder, recommendable, file);
    }

    /** Whether knowing an age that nobody knows could change the result. */
    private boolean wouldAgeTell(Run run, Verdict verdict) {
        return run.ages().kind() == PossibleAges.Kind.UNKNOWN
                && IntStream.range(0, PossibleAges.ADULT)
                        .anyMatch(years -> Changes.between(
                                        verdict, suppose(run.file().aged(years)).verdict(), "")
                                .isPresent());
    }

    /**
     * What asking came to.
     *
     * @param ageTells whether an age would change the outcome, where none is known
     * @param sentence where nothing is left to ask, the summary's sentence that says so
     */
    private record Asked(List<Question> questions, boolean ageTells, String sentence) {}

    private Outcome outcome(Run run, Verdict verdict, Asked asked) {
        Instant receivedAt = run.file().current().receivedAt();
        EvidenceFinder evidence = new EvidenceFinder(run.file());
        Statements statements = new Statements(run.file(), run.ages(), evidence);
        List<Reason> reasons = new Reasons(ruleSet.manifest(), evidence, statements).of(run.firings());
        List<NearMiss> nearMisses = NearMisses.of(ruleSet.rules(), run.facts(), run.firings());
        Optional<Urgency> urgency = verdict.urgency();
        return new Outcome(
                Summary.of(ruleSet.manifest(), run, verdict, reasons) + asked.sentence(),
                primary(verdict),
                urgency.orElse(null),
                urgency.map(one -> ruleSet.workingDays().due(receivedAt, one)).orElse(null),
                pathways(verdict, receivedAt),
                services(verdict),
                actions(verdict),
                blocks(verdict),
                reasons,
                nearMisses,
                asked.questions(),
                Flags.of(run, verdict, reasons, asked.ageTells()));
    }

    private static String primary(Verdict verdict) {
        return verdict.pathways().keySet().stream()
                .findFirst()
                .map(pathway -> pathway.code())
                .orElse(Outcome.UNIVERSAL);
    }

    private List<PathwayResult> pathways(Verdict verdict, Instant receivedAt) {
        Manifest manifest = ruleSet.manifest();
        List<PathwayResult> results = new ArrayList<>();
        verdict.pathways()
                .forEach((pathway, path) -> results.add(new PathwayResult(
                        pathway,
                        path.level(),
                        path.urgency(),
                        ruleSet.workingDays().due(receivedAt, path.urgency()),
                        path.rules(),
                        manifest.legalBases().getOrDefault(pathway, ""))));
        return results;
    }

    private static List<ServiceResult> services(Verdict verdict) {
        List<ServiceResult> results = new ArrayList<>();
        verdict.services().forEach((service, rules) -> results.add(new ServiceResult(service, List.copyOf(rules))));
        return results;
    }

    private static List<ActionResult> actions(Verdict verdict) {
        List<ActionResult> results = new ArrayList<>();
        verdict.actions().forEach((action, act) -> results.add(new ActionResult(action, act.urgency(), act.rules())));
        results.sort(java.util.Comparator.comparing(ActionResult::urgency));
        return results;
    }

    private static List<BlockResult> blocks(Verdict verdict) {
        List<BlockResult> results = new ArrayList<>();
        verdict.blocks().forEach((block, rules) -> results.add(new BlockResult(block, List.copyOf(rules))));
        return results;
    }
}
