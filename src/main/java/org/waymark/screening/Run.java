package org.waymark.screening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Yes;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.RuleEngine;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.Stage;

/** One pass of a case file through the four stages of a rule set, with the guards between them. */
final class Run {

    static final String CONSENT = "early-help-consent";
    private static final String POLICE_FACTS = "police-facts";
    private static final Set<String> DOMAINS_OF_ENFORCEMENT = Set.of("offending", "proposal");
    private static final int CRIMINAL_RESPONSIBILITY = 10;

    private final CaseFile file;
    private final PossibleAges ages;
    private final Manifest manifest;
    private final Set<RecommendedCondition> recommendable;
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final List<Firing> firings = new ArrayList<>();
    private final Set<Pathway> removed = EnumSet.noneOf(Pathway.class);

    private Run(RuleSet ruleSet, Set<RecommendedCondition> recommendable, CaseFile file, PossibleAges ages) {
        this.file = file;
        this.ages = ages;
        this.manifest = ruleSet.manifest();
        this.recommendable = recommendable;
    }

    static Run of(RuleSet ruleSet, FactFinder finder, Set<RecommendedCondition> recommendable, CaseFile file) {
        PossibleAges ages = PossibleAges.of(file);
        Run run = new Run(ruleSet, recommendable, file, ages);
        try (RuleEngine.Round round = ruleSet.engine().open()) {
            run.tell(round, finder.facts(file, ages));
            for (Stage stage : Stage.values()) {
                run.pass(round, stage);
            }
        }
        run.lastGuards();
        return run;
    }

    private void pass(RuleEngine.Round round, Stage stage) {
        firings.addAll(round.fire(stage));
        guard(stage);
        tell(round, recommended());
    }

    private void tell(RuleEngine.Round round, List<? extends Fact> found) {
        List<? extends Fact> news = found.stream().filter(facts::add).toList();
        round.tell(news);
    }

    private void guard(Stage stage) {
        switch (stage) {
            case STATUTORY -> nrmBesideSafeguarding();
            case EARLY_HELP -> respectRefusal();
            case ENFORCEMENT -> limitEnforcement();
            case HOLDS -> {}
        }
    }

    private void nrmBesideSafeguarding() {
        Verdict verdict = verdict();
        Verdict.Path safeguarding = verdict.pathways().get(Pathway.SAFEGUARDING);
        boolean soonEnough = safeguarding != null && safeguarding.urgency().isAtLeast(Urgency.ONE_WORKING_DAY);
        if (verdict.actions().containsKey(Action.NRM_REFERRAL) && !soonEnough) {
            firings.add(Guard.NRM_BESIDE_SAFEGUARDING.firing(List.of()));
        }
    }

    /** Early help is an offer: a family that turned it down is not referred to it. Not asked is not refused. */
    private void respectRefusal() {
        boolean refused = file.answer(CONSENT)
                .filter(org.waymark.assessment.Answer.NO::equals)
                .isPresent();
        if (refused) {
            removed.add(Pathway.EARLY_HELP);
        }
    }

    private void limitEnforcement() {
        Optional<Urgency> considered = Optional.ofNullable(verdict().pathways().get(Pathway.ENFORCEMENT))
                .map(Verdict.Path::urgency);
        if (ages.isUnder(CRIMINAL_RESPONSIBILITY)) {
            removed.add(Pathway.ENFORCEMENT);
            List<Yes> why = policeFacts();
            if (considered.isPresent() || !why.isEmpty()) {
                firings.add(Guard.NO_ENFORCEMENT_UNDER_10.firing(why));
            }
        }
        if (!ages.known()) {
            // Enforcement needs a known age; what its rules give beside it does not.
            removed.add(Pathway.ENFORCEMENT);
        }
        boolean child = ages.kind() != PossibleAges.Kind.ADULT;
        if (considered.isPresent() && child && Pathway.WELFARE.stream().noneMatch(verdict()::has)) {
            removed.add(Pathway.ENFORCEMENT);
            firings.add(Guard.enforcementAlone(considered.get()));
        }
    }

    private List<Yes> policeFacts() {
        Stream<String> offending = file.standings().values().stream()
                .filter(standing ->
                        DOMAINS_OF_ENFORCEMENT.contains(standing.factor().domain()))
                .map(standing -> standing.factor().id());
        return Stream.concat(file.catalogue().group(POLICE_FACTS).stream(), offending)
                .filter(file::isYes)
                .distinct()
                .sorted()
                .map(Yes::new)
                .toList();
    }

    private void lastGuards() {
        nrmBesideSafeguarding();
        List<Yes> immediate = file.catalogue().group("immediate-harm").stream()
                .filter(file::isYes)
                .map(Yes::new)
                .toList();
        if (verdict().pathways().isEmpty() && !immediate.isEmpty()) {
            firings.add(Guard.IMMEDIATE_HARM_NEVER_UNIVERSAL.firing(immediate));
        }
        if (ages.kind() == PossibleAges.Kind.ADULT) {
            firings.add(Guard.ADULT.firing(List.of()));
        }
    }

    private List<? extends Fact> recommended() {
        Verdict verdict = verdict();
        return recommendable.stream()
                .filter(condition -> meets(verdict.pathways().get(condition.pathway()), condition))
                .map(RecommendedCondition::fact)
                .toList();
    }

    private boolean meets(Verdict.@org.jspecify.annotations.Nullable Path path, RecommendedCondition condition) {
        if (path == null || !path.urgency().isAtLeast(condition.urgency())) {
            return false;
        }
        String level = path.level() == null ? manifest.lowestLevel() : path.level();
        return manifest.rank(level) >= manifest.rank(condition.level());
    }

    /** What it comes to, so far or at the end. */
    Verdict verdict() {
        return new Verdict(manifest, firings, removed);
    }

    CaseFile file() {
        return file;
    }

    PossibleAges ages() {
        return ages;
    }

    /** Everything that the rules were told, results of earlier stages included. */
    Set<Fact> facts() {
        return facts;
    }

    List<Firing> firings() {
        return firings;
    }

    /** Whether some rule asked for this pathway and a guard took it away. */
    boolean tookAway(Pathway pathway) {
        return removed.contains(pathway)
                && firings.stream().anyMatch(firing -> firing.conclusions().gives(pathway));
    }
}
