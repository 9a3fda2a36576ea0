package org.waymark.screening.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.screening.AContact.TODAY;
import static org.waymark.screening.Seen.no;
import static org.waymark.screening.Seen.yes;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.AContact;
import org.waymark.screening.Seen;
import org.waymark.screening.SmallCatalogue;
import org.waymark.screening.fact.Fact;

/** How often, and when: contract, section 1. */
class OccurrencesTest {

    private static final Catalogue CATALOGUE = SmallCatalogue.catalogue();

    private static CaseFile file(AContact current, AContact... earlier) {
        return CaseFile.of(
                CATALOGUE,
                current.assessment(),
                Stream.of(earlier).map(AContact::assessment).toList());
    }

    private static Occurrences missing(Seen... seen) {
        return file(AContact.today().observing(seen)).occurrences("going-missing");
    }

    private static Seen missing() {
        return yes("going-missing");
    }

    @Test
    void daysThatTwoSourcesGiveUniteAndDoNotAddUp() {
        Occurrences occurrences =
                missing(missing().daysAgo(3, 10), missing().daysAgo(10, 20).by(org.waymark.assessment.Agency.SCHOOL));

        assertThat(occurrences.timesWithin(30)).isEqualTo(3);
    }

    @Test
    void daysOfEarlierContactsUniteWithDaysOfThisOne() {
        CaseFile file = file(
                AContact.today().observing(missing().daysAgo(1, 15)),
                AContact.on(TODAY.minusDays(14)).observing(missing().daysAgo(15, 29)));

        assertThat(file.occurrences("going-missing").timesWithin(30)).isEqualTo(3);
    }

    @Test
    void countsOfTwoSourcesAreTheLargerAndNotTheSum() {
        assertThat(missing(missing().timesWithin(2, 30), missing().timesWithin(3, 30))
                        .timesWithin(30))
                .isEqualTo(3);
    }

    @Test
    void aCountBesideDaysIsTheLargerAndNotTheSum() {
        assertThat(missing(missing().daysAgo(1, 2), missing().timesWithin(2, 30))
                        .timesWithin(30))
                .isEqualTo(2);
        assertThat(missing(missing().daysAgo(1, 2, 3), missing().timesWithin(2, 30))
                        .timesWithin(30))
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "5 times within {0} days, asked of the last {1} days: {2}")
    @CsvSource({"30,30,5", "29,30,5", "31,30,0", "365,30,0", "365,365,5", "30,90,5"})
    void aCountSpeaksOfAWindowOnlyWhereItsWholePeriodLiesInside(int period, int window, int times) {
        assertThat(missing(missing().timesWithin(5, period)).timesWithin(window))
                .isEqualTo(times);
    }

    @Test
    void theDayOfACountIsInTheWindowAlthoughItsPeriodIsNot() {
        Occurrences occurrences = missing(missing().timesWithin(4, 365).lastOn(TODAY.minusDays(3)));

        assertThat(occurrences.timesWithin(30)).isEqualTo(1);
        assertThat(occurrences.timesWithin(365)).isEqualTo(4);
    }

    @Test
    void aCountOverNoStatedPeriodHoldsForAnyTimeAndForNoWindow() {
        Occurrences occurrences = missing(missing().times(6));

        assertThat(occurrences.timesWithin(Fact.EVER)).isEqualTo(6);
        assertThat(occurrences.timesWithin(365)).isZero();
    }

    @Test
    void aCountOfAnEarlierContactKeepsItsPeriodWhichGrowsOld() {
        AContact aWeekAgo = AContact.on(TODAY.minusDays(7)).observing(missing().timesWithin(3, 23));
        Occurrences occurrences = file(AContact.today(), aWeekAgo).occurrences("going-missing");

        assertThat(occurrences.timesWithin(30)).isEqualTo(3);
        assertThat(occurrences.timesWithin(29)).isZero();
    }

    @ParameterizedTest(name = "{0} days ago is within 30 days: {1}")
    @CsvSource({"0,1", "29,1", "30,1", "31,0"})
    void aWindowIncludesItsFirstAndItsLastDay(int daysAgo, int times) {
        assertThat(missing(missing().daysAgo(daysAgo)).timesWithin(30)).isEqualTo(times);
    }

    @ParameterizedTest(name = "at {0} today is {1}")
    @CsvSource({
        // British Summer Time is an hour ahead: late evening UTC is the next day in London.
        "2026-07-01T22:59:59Z,2026-07-01",
        "2026-07-01T23:00:00Z,2026-07-02",
        "2026-01-01T23:59:59Z,2026-01-01",
        // The clocks go forward on 29 March 2026 and back on 25 October 2026.
        "2026-03-28T23:59:59Z,2026-03-28",
        "2026-03-29T22:59:59Z,2026-03-29",
        "2026-03-29T23:00:00Z,2026-03-30",
        "2026-10-24T23:00:00Z,2026-10-25",
        "2026-10-25T23:59:59Z,2026-10-25",
    })
    void aDayIsACalendarDayInLondon(String assessedAt, LocalDate today) {
        CaseFile file = file(AContact.at(assessedAt).observing(missing().on(today.minusDays(30))));

        assertThat(file.today()).isEqualTo(today);
        assertThat(file.occurrences("going-missing").timesWithin(30)).isEqualTo(1);
        assertThat(file.occurrences("going-missing").timesWithin(29)).isZero();
    }

    @Test
    void aYesWithoutADayMayHaveBeenRecentButIsNotKnownToHaveBeen() {
        Occurrences occurrences = missing(missing());

        assertThat(occurrences.timesWithin(30)).isZero();
        assertThat(occurrences.timesWithin(Fact.EVER)).isZero();
        assertThat(occurrences.assumedWithin(30)).isTrue();
        assertThat(occurrences.assumedWithin(Fact.EVER)).isTrue();
    }

    @Test
    void aYesWithoutADayIsNotNow() {
        assertThat(missing(missing()).assumedWithin(1)).isFalse();
    }

    @Test
    void twoYesesWithoutADayAreNotTwice() {
        assertThat(missing(missing(), missing()).timesWithin(Fact.EVER)).isZero();
    }

    @Test
    void aYesWithoutADayDoesNotRenewWhatAnEarlierContactSaid() {
        CaseFile file = file(
                AContact.today().observing(missing()),
                AContact.on(TODAY.minusDays(200)).observing(missing().on(TODAY.minusDays(210))));

        assertThat(file.occurrences("going-missing").assumedWithin(90)).isFalse();
        assertThat(file.occurrences("going-missing").timesWithin(365)).isEqualTo(1);
    }

    @Test
    void aYesWithoutADayDoesNotRenewAnEarlierOneOfItsKind() {
        CaseFile file = file(
                AContact.today().observing(missing()),
                AContact.on(TODAY.minusDays(200)).observing(missing()));

        assertThat(file.occurrences("going-missing").assumedWithin(90)).isFalse();
        assertThat(file.occurrences("going-missing").assumedWithin(200)).isTrue();
    }

    @Test
    void whatAnotherSourceSaysOfAnOldDayDoesNotTakeAwayAYesWithoutADayOfTheSameContact() {
        Seen undated = missing();
        Seen old = missing().daysAgo(700);

        assertThat(missing(undated, old).assumedWithin(90)).isTrue();
        assertThat(missing(old, undated).assumedWithin(90)).isTrue();
    }

    @Test
    void aYesToImmediateHarmWithoutADayIsTheDayOfItsContact() {
        Occurrences now =
                file(AContact.today().observing(yes("threat-to-life"))).occurrences("threat-to-life");
        Occurrences lastYear = file(
                        AContact.today(), AContact.on(TODAY.minusDays(365)).observing(yes("threat-to-life")))
                .occurrences("threat-to-life");

        assertThat(now.timesWithin(1)).isEqualTo(1);
        assertThat(now.assumedWithin(30)).isFalse();
        assertThat(lastYear.timesWithin(364)).isZero();
        assertThat(lastYear.timesWithin(365)).isEqualTo(1);
    }

    @Test
    void whatHappenedStaysHappenedAlthoughALaterContactSaysNo() {
        CaseFile file = file(
                AContact.today().observing(no("going-missing")),
                AContact.on(TODAY.minusDays(5)).observing(missing().daysAgo(6)));

        assertThat(file.occurrences("going-missing").timesWithin(30)).isEqualTo(1);
    }

    @Test
    void anEventThatWouldReassureIsNotCountedWhereAnotherSourceDeniesIt() {
        Seen disposal = yes("youth-disposal").daysAgo(9);
        CaseFile said = file(AContact.today().observing(disposal));
        CaseFile denied = file(AContact.today().observing(disposal, no("youth-disposal")));

        assertThat(said.occurrences("youth-disposal").timesWithin(30)).isEqualTo(1);
        assertThat(denied.occurrences("youth-disposal").timesWithin(30)).isZero();
    }

    @Test
    void figuresKeepTheirDaysAndTakeTheContactsDayWhereNoneWasGiven() {
        CaseFile file = file(AContact.today()
                .observing(
                        yes("longest-missing-episode").of(30).lastOn(TODAY.minusDays(5)),
                        yes("longest-missing-episode").of(8)));

        List<Figures.Figure> figures = Figures.of(file.said("longest-missing-episode"));

        assertThat(figures)
                .extracting(figure -> figure.value().intValue(), Figures.Figure::on, Figures.Figure::assumed)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(30, TODAY.minusDays(5), false),
                        org.assertj.core.groups.Tuple.tuple(8, TODAY, true));
    }
}
