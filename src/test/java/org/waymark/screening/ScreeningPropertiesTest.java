package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Observation;
import org.waymark.assessment.YoungPerson;
import org.waymark.ruleset.ActiveRules;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.TreeEngine;

/** What holds for every case under the repository's own rules: contract, section 2, "Always". */
@AddLifecycleHook(ScreeningTries.class)
class ScreeningPropertiesTest {

    private static final RuleSet RULES = ActiveRules.ruleSet();
    private static final Catalogue CATALOGUE = RULES.catalogue();
    private static final Manifest MANIFEST = RULES.manifest();
    private static final Verdicts VERDICTS = new Verdicts(RULES);
    private static final Verdicts CHECKED =
            new Verdicts(RULES.with(new CheckedEngine(RULES.engine(), new TreeEngine(RULES.rules()))));

    @Provide
    Arbitrary<AnyCase> cases() {
        return AnyCase.of(CATALOGUE);
    }

    @Provide
    Arbitrary<Observation> yeses() {
        return AnyCase.observation(
                CATALOGUE, AContact.TODAY, Arbitraries.just(Answer.YES), factor -> !AnyCase.mayLower(factor));
    }

    @Provide
    Arbitrary<Observation> immediateHarm() {
        return AnyCase.observation(
                CATALOGUE,
                AContact.TODAY,
                Arbitraries.just(Answer.YES),
                factor -> CATALOGUE.group("immediate-harm").contains(factor.id()));
    }

    private static boolean isChild(AnyCase one) {
        return PossibleAges.of(VERDICTS.file(one)).kind() != PossibleAges.Kind.ADULT;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void enforcementIsNeverTheOnlyPathwayOfAChild(@ForAll("cases") AnyCase one) {
        Verdict verdict = VERDICTS.of(one);

        assertThat(isChild(one) && verdict.pathways().keySet().equals(java.util.EnumSet.of(Pathway.ENFORCEMENT)))
                .isFalse();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void thereIsNoEnforcementUnder10AndNoneWhereAgeIsUnknown(@ForAll("cases") AnyCase one) {
        PossibleAges ages = PossibleAges.of(VERDICTS.file(one));
        Assume.that(ages.isUnder(10) || !ages.known());

        assertThat(VERDICTS.of(one).has(Pathway.ENFORCEMENT)).isFalse();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aReferralToTheNationalMechanismStandsBesideSafeguarding(@ForAll("cases") AnyCase one) {
        Verdict verdict = VERDICTS.of(one);

        assertThat(verdict.actions().containsKey(Action.NRM_REFERRAL) && !verdict.has(Pathway.SAFEGUARDING))
                .isFalse();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aYesToImmediateHarmIsNeverUniversal(@ForAll("cases") AnyCase one, @ForAll("immediateHarm") Observation harm) {
        assertThat(VERDICTS.of(one.and(harm)).pathways()).isNotEmpty();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void oneYesMoreNeverLowersAResult(@ForAll("cases") AnyCase one, @ForAll("yeses") Observation more) {
        Assume.that(!one.speaksOf(more.factor()));

        assertNotLower(VERDICTS.of(one), VERDICTS.of(one.and(more)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aYesFromASecondSourceNeverLowersAResult(@ForAll("cases") AnyCase one, @ForAll Random random) {
        Observation yes = anyOf(one, random, seen -> seen.answer() == Answer.YES);
        Observation undated = new Observation(
                yes.factor(),
                Answer.YES,
                List.of(),
                null,
                null,
                null,
                null,
                yes.value(),
                null,
                yes.basis(),
                org.waymark.assessment.Agency.HEALTH,
                null);

        assertNotLower(VERDICTS.of(one), VERDICTS.of(one.and(undated)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aNoTurnedUnknownNeverLowersAResult(@ForAll("cases") AnyCase one, @ForAll Random random) {
        Observation no = anyOf(one, random, seen -> seen.answer() == Answer.NO);
        List<Observation> unknown = one.current().observations().stream()
                .map(seen -> seen == no ? as(Answer.UNKNOWN, seen) : seen)
                .toList();

        assertNotLower(VERDICTS.of(one), VERDICTS.of(one.observing(unknown)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void ofUnknownAgeIsAtLeastWhatAnyAgeWouldGive(@ForAll("cases") AnyCase one, @ForAll Random random) {
        YoungPerson person = one.current().youngPerson();
        YoungPerson aged = new YoungPerson(
                person.reference(), null, random.nextInt(18), person.area(), null, person.previousReferences());
        YoungPerson unknown =
                new YoungPerson(person.reference(), null, null, person.area(), null, person.previousReferences());
        Verdict known = VERDICTS.of(one.of(aged));
        known.pathways().remove(Pathway.ENFORCEMENT);

        assertNotLower(known, VERDICTS.of(one.of(unknown)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theEngineFiresWhatTheRuleTreeSaysAndNothingElse(@ForAll("cases") AnyCase one) {
        CHECKED.of(one);
    }

    /** An observation of this contact whose factor may not lower a result. */
    private static Observation anyOf(AnyCase one, Random random, Predicate<Observation> which) {
        List<Observation> candidates = one.current().observations().stream()
                .filter(which)
                .filter(seen -> !AnyCase.mayLower(CATALOGUE.require(seen.factor())))
                .toList();
        Assume.that(!candidates.isEmpty());
        return candidates.get(random.nextInt(candidates.size()));
    }

    private static Observation as(Answer answer, Observation seen) {
        return new Observation(
                seen.factor(),
                answer,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                seen.basis(),
                seen.source(),
                null);
    }

    /** No pathway gone, slower or at a lower level, and the whole as urgent; early help may give way to safeguarding. */
    private static void assertNotLower(Verdict before, Verdict after) {
        boolean gaveWay = before.has(Pathway.EARLY_HELP) && after.has(Pathway.SAFEGUARDING);
        before.pathways().forEach((pathway, was) -> {
            if (pathway == Pathway.EARLY_HELP && gaveWay) {
                return;
            }
            Verdict.Path is = after.pathways().get(pathway);
            assertThat(is).as(pathway + " is there").isNotNull();
            assertThat(is.urgency().isAtLeast(was.urgency()))
                    .as(pathway + " is as urgent")
                    .isTrue();
            assertThat(rank(is)).as("level of " + pathway).isGreaterThanOrEqualTo(rank(was));
        });
        assertThat(ordinal(after)).as("urgency of the whole").isLessThanOrEqualTo(ordinal(before));
    }

    private static int rank(Verdict.Path path) {
        return path.level() == null ? -1 : MANIFEST.rank(path.level());
    }

    private static int ordinal(Verdict verdict) {
        return verdict.urgency().map(Enum::ordinal).orElse(Urgency.values().length);
    }
}
