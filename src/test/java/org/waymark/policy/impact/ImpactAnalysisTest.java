package org.waymark.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.screening.Seen.yes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.YoungPerson;
import org.waymark.policy.impact.ImpactReport.Beside;
import org.waymark.policy.impact.ImpactReport.Group;
import org.waymark.policy.impact.ImpactReport.Move;
import org.waymark.policy.impact.ImpactReport.RuleShare;
import org.waymark.policy.impact.ImpactReport.Standing;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.AContact;
import org.waymark.screening.Seen;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.RuleSet;

/** What a change of a rule does to recorded cases, on rules of a line or two. */
class ImpactAnalysisTest {

    private static final String MISSING_3 = "Happened( factor == \"going-missing\", withinDays == %d, times >= 3 )";
    private static final String HOUSING = "Yes( factor == \"housing-need\" )";
    private static final String DEBT = "Yes( factor == \"debt-bondage\" )";

    private static RuleSet rules(String... lines) {
        return CheckedRulesOfThisRepository.read(SmallRules.of(lines).files()).asked();
    }

    private static RuleSet missingWithin(int days) {
        return rules(SmallRules.line("SG-12", MISSING_3.formatted(days), ".to(SAFEGUARDING, SAME_DAY)"));
    }

    private static ImpactCase contact(String reference, Seen... seen) {
        return contact(reference, Monitoring.NONE, AContact.today().observing(seen));
    }

    private static ImpactCase contact(String reference, Monitoring monitoring, AContact told) {
        Assessment one = told.assessment();
        YoungPerson chris = one.youngPerson();
        YoungPerson person =
                new YoungPerson(reference, chris.dateOfBirth(), chris.ageYears(), chris.area(), null, List.of());
        return ImpactCase.of(
                new Assessment(
                        "A-" + reference,
                        one.sourceSystem(),
                        one.receivedAt(),
                        one.assessedAt(),
                        null,
                        person,
                        one.observations(),
                        null),
                List.of(),
                monitoring,
                true);
    }

    private static ImpactReport report(RuleSet before, RuleSet after, ImpactCase... cases) {
        return report(before, after, Ceilings.NONE, List.of(cases));
    }

    private static ImpactReport report(RuleSet before, RuleSet after, Ceilings ceilings, List<ImpactCase> cases) {
        return new ImpactAnalysis(before, after, ceilings)
                .of(cases.stream(), ImpactAnalysis.Progress.UNWATCHED)
                .orElseThrow();
    }

    @Test
    void aShorterWindowDowngradesExactlyTheCaseThatNeededTheLongerOneAndNamesTheRule() {
        ImpactReport report = report(
                missingWithin(30),
                missingWithin(20),
                contact("NEEDS-30", yes("going-missing").daysAgo(2, 5, 25)),
                contact("WITHIN-20", yes("going-missing").daysAgo(2, 5, 9)),
                contact("NEVER", yes("going-missing").daysAgo(2)));

        assertThat(report.totals()).isEqualTo(new ImpactReport.Totals(3, 3, 2, 0, 1, 0, 0));
        assertThat(report.downgraded()).singleElement().satisfies(one -> {
            assertThat(one.reference()).isEqualTo("sefton/NEEDS-30 sefton-mash/A-NEEDS-30");
            assertThat(one.direction()).isEqualTo(Direction.LOWER);
            assertThat(one.before()).isEqualTo("Safeguarding within 24 hours");
            assertThat(one.after()).isEqualTo("no pathway");
            assertThat(one.rules()).containsExactly(new RuleChange("SG-12", RuleChange.How.FIRES_NO_LONGER));
        });
        assertThat(report.matrix())
                .containsExactly(
                        move(Pathway.SAFEGUARDING, Urgency.SAME_DAY, Pathway.SAFEGUARDING, Urgency.SAME_DAY, 1),
                        move(Pathway.SAFEGUARDING, Urgency.SAME_DAY, null, null, 1),
                        move(null, null, null, null, 1));
        assertThat(report.rules()).containsExactly(new RuleShare("SG-12", "A line of this test", 2, 1));
    }

    private static Move move(Pathway was, Urgency wasBy, Pathway is, Urgency isBy, long contacts) {
        return new Move(new Standing(was, wasBy), new Standing(is, isBy), contacts);
    }

    @Test
    void earlierContactsOfTheSameYoungPersonCount() {
        Assessment earlier = contact(
                        "CHRIS",
                        Monitoring.NONE,
                        AContact.at("2026-02-20T09:00:00Z")
                                .numbered("EARLIER")
                                .observing(yes("going-missing").daysAgo(25)))
                .assessment();
        ImpactCase now = contact("CHRIS", yes("going-missing").daysAgo(2, 5));
        ImpactCase withHistory = ImpactCase.of(now.assessment(), List.of(earlierOf(earlier)), Monitoring.NONE, true);

        assertThat(report(missingWithin(30), missingWithin(20), now).downgraded())
                .isEmpty();
        assertThat(report(missingWithin(30), missingWithin(20), withHistory).downgraded())
                .hasSize(1);
    }

    private static Assessment earlierOf(Assessment one) {
        return new Assessment(
                "EARLIER",
                one.sourceSystem(),
                one.receivedAt(),
                one.assessedAt(),
                null,
                one.youngPerson(),
                one.observations(),
                null);
    }

    @Test
    void aLowerLevelIsADowngradeThoughTheClockStays() {
        ImpactReport report = report(
                rules(SmallRules.line("MA-01", DEBT, ".to(MACE, HIGH, ONE_WORKING_DAY)")),
                rules(SmallRules.line("MA-01", DEBT, ".to(MACE, SCREEN, ONE_WORKING_DAY)")),
                contact("A", yes("debt-bondage")));

        assertThat(report.downgraded()).singleElement().satisfies(one -> {
            assertThat(one.rules()).containsExactly(new RuleChange("MA-01", RuleChange.How.GIVES_OTHERWISE));
            assertThat(one.after()).isEqualTo("MACE, level screen, within one working day");
        });
    }

    @Test
    void earlyHelpThatGivesWayToSafeguardingIsNoDowngradeAndTheWayBackIsNoRise() {
        RuleSet help = rules(SmallRules.line(
                "EH-01", HOUSING + " not Recommended( pathway == SAFEGUARDING )", ".to(EARLY_HELP, PLANNED)"));
        RuleSet safeguarding = rules(SmallRules.line("SG-01", HOUSING, ".to(SAFEGUARDING, SAME_DAY)"));
        ImpactCase one = contact("A", yes("housing-need"));

        assertThat(report(help, safeguarding, one).changed())
                .extracting(ChangedCase::direction)
                .containsExactly(Direction.HIGHER);
        assertThat(report(safeguarding, help, one).changed())
                .extracting(ChangedCase::direction)
                .containsExactly(Direction.LOWER);
    }

    @Test
    void whatIsHigherInOneThingAndLowerInAnotherIsMixedAndListedAsDowngraded() {
        ImpactReport report = report(
                rules(SmallRules.line("SG-01", DEBT, ".to(SAFEGUARDING, SAME_DAY)")),
                rules(SmallRules.line("MA-01", DEBT, ".to(MACE, HIGH, SAME_DAY)")),
                contact("A", yes("debt-bondage")));

        assertThat(report.totals().mixed()).isEqualTo(1);
        assertThat(report.downgraded()).hasSize(1);
        assertThat(report.downgradedByRule()).containsOnlyKeys("MA-01", "SG-01");
    }

    @Test
    void aServiceThatIsLostIsToldThoughNothingIsDowngraded() {
        ImpactReport report = report(
                rules(SmallRules.line("SG-01", DEBT, ".to(SAFEGUARDING, SAME_DAY).withService(HOUSING)")),
                rules(SmallRules.line("SG-01", DEBT, ".to(SAFEGUARDING, SAME_DAY)")),
                contact("A", yes("debt-bondage")));

        assertThat(report.totals()).isEqualTo(new ImpactReport.Totals(1, 1, 1, 0, 0, 0, 1));
        assertThat(report.changed())
                .singleElement()
                .satisfies(one -> assertThat(one.lost()).containsExactly("service housing"));
        assertThat(report.beside()).containsExactly(new Beside("service housing", 1, 0));
    }

    @Test
    void workIsCountedByTheWeekInLondonAndAgainstTheCeiling() {
        List<ImpactCase> cases = Stream.of("A", "B", "C")
                .map(one -> contact(one, yes("going-missing").daysAgo(2, 5, 25)))
                .toList();

        ImpactReport report = report(missingWithin(20), missingWithin(30), Ceilings.of("sefton = 2, wirral=0"), cases);

        assertThat(report.weeks()).allSatisfy(week -> {
            assertThat(week.monday()).isEqualTo(LocalDate.of(2026, 3, 9));
            assertThat(week.before()).isEqualTo(new ImpactReport.Load(0, 0, 0));
            assertThat(week.after()).isEqualTo(new ImpactReport.Load(3, 0, 3));
        });
        assertThat(report.weeks())
                .extracting(ImpactReport.Week::pathway)
                .containsExactly("safeguarding", ImpactReport.WHOLE);
        assertThat(report.overCeiling())
                .containsExactly("sefton: 3 urgent responses in the week of 9 March 2026 where there are 0 now; the"
                        + " area's stated ceiling is 2");
        assertThat(report(missingWithin(30), missingWithin(20), Ceilings.of("sefton=2"), cases)
                        .overCeiling())
                .isEmpty();
        assertThatThrownBy(() -> Ceilings.of("sefton=2, wirral, knowsley=many"))
                .hasMessageContaining("`wirral`, `knowsley=many`");
    }

    @Test
    void nothingThatRestsOnFewerThanTenYoungPeopleIsShownBySexOrEthnicity() {
        Monitoring many = new Monitoring("female", "group-a");
        Monitoring few = new Monitoring("male", "group-b");
        List<ImpactCase> cases = new ArrayList<>();
        IntStream.range(0, 14).forEach(i -> cases.add(contact("F-" + i, many, missing(i < 9 ? 25 : i < 13 ? 9 : 60))));
        IntStream.range(0, 9).forEach(i -> cases.add(contact("M-" + i, few, missing(25))));

        ImpactReport report = report(missingWithin(30), missingWithin(20), Ceilings.NONE, cases);

        assertThat(groups(report, "sex"))
                .containsExactly(
                        new Group("sex", "female", 10L, null, null, 10L, null),
                        new Group("sex", "all groups of fewer than ten", null, null, null, null, null));
        assertThat(groups(report, "ethnicity")).extracting(Group::group).doesNotContain("group-b");
        assertThat(groups(report, "age")).containsExactly(new Group("age", "13 to 15", 23L, 0L, 18L, 22L, 4L));
    }

    @Test
    void manyContactsOfOneYoungPersonAreNotAGroup() {
        List<ImpactCase> cases = IntStream.range(0, 20)
                .mapToObj(i -> contact("CHRIS", new Monitoring("male", "group-b"), missing(25)))
                .toList();

        ImpactReport report = report(missingWithin(30), missingWithin(20), Ceilings.NONE, cases);

        assertThat(report.totals().youngPeople()).isEqualTo(1);
        assertThat(groups(report, "sex")).extracting(Group::contacts).containsOnlyNulls();
    }

    private static AContact missing(int longestAgo) {
        return AContact.today().observing(yes("going-missing").daysAgo(2, 5, longestAgo));
    }

    private static List<Group> groups(ImpactReport report, String by) {
        return report.groups().stream().filter(group -> group.by().equals(by)).toList();
    }

    @Test
    void theReportIsTheSameToTheByteInWhateverOrderTheCasesCome() {
        List<ImpactCase> cases = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i -> contact("P-" + i, new Monitoring("s" + i % 3, "e" + i % 7), missing(6 + i % 40)))
                .toList());
        String first = Json.write(report(missingWithin(30), missingWithin(20), Ceilings.NONE, cases));

        Collections.shuffle(cases, new Random(7));

        assertThat(Json.write(report(missingWithin(30), missingWithin(20), Ceilings.NONE, cases)))
                .isEqualTo(first);
    }

    @Test
    void whoeverWatchesMayStopIt() {
        Stream<ImpactCase> endless = Stream.generate(() -> contact("A", yes("debt-bondage")));
        List<Long> heard = new ArrayList<>();

        assertThat(new ImpactAnalysis(missingWithin(30), missingWithin(20), Ceilings.NONE).of(endless, done -> {
                    heard.add(done);
                    return heard.size() < 3;
                }))
                .isEmpty();
        assertThat(heard).hasSize(3).isSorted();
    }

    @Test
    void aCandidateThatLacksAFactorIsTurnedAwayByTheFactorsName() {
        RuleSet inForce = missingWithin(30);
        RuleSet candidate = CheckedRulesOfThisRepository.rules().asked();

        assertThatThrownBy(() -> new ImpactAnalysis(candidate, inForce, Ceilings.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the candidate has no factor `");
    }

    @Test
    void anOpenDecisionThatWouldBeHigherIsRecommendedForReviewByADate() {
        ImpactReport report = report(
                missingWithin(20),
                missingWithin(30),
                contact("OPEN", yes("going-missing").daysAgo(2, 5, 25)));
        Instant activated = Instant.parse("2026-03-16T09:00:00Z");

        assertThat(ReviewRecommendation.of(
                        Json.read(Json.write(report)), missingWithin(30).workingDays(), activated))
                .containsExactly(new ReviewRecommendation(
                        "sefton/OPEN sefton-mash/A-OPEN",
                        "no pathway",
                        "Safeguarding within 24 hours",
                        Instant.parse("2026-03-17T09:00:00Z")));
    }
}
