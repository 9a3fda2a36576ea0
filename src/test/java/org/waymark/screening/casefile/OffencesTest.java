package org.waymark.screening.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.screening.AContact.TODAY;
import static org.waymark.screening.Seen.yes;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.assessment.Agency;
import org.waymark.assessment.OffenceStatus;
import org.waymark.screening.AContact;
import org.waymark.screening.Seen;
import org.waymark.screening.SmallCatalogue;
import org.waymark.screening.fact.Fact;

/** What enforcement may read of what a child did: only what police or youth justice reported and did not drop. */
class OffencesTest {

    private static Occurrences robberies(AContact current, AContact... earlier) {
        return CaseFile.of(
                        SmallCatalogue.catalogue(),
                        current.assessment(),
                        Stream.of(earlier).map(AContact::assessment).toList())
                .offences("robbery");
    }

    private static Seen robbery(Agency source, OffenceStatus status) {
        return yes("robbery").daysAgo(8).by(source).with(status);
    }

    @ParameterizedTest
    @EnumSource(
            value = Agency.class,
            names = {"POLICE", "YOUTH_JUSTICE"})
    void whatPoliceOrYouthJusticeReportCounts(Agency agency) {
        AContact contact = AContact.today().observing(robbery(agency, OffenceStatus.ALLEGED));

        assertThat(robberies(contact).timesWithin(30)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Agency.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POLICE", "YOUTH_JUSTICE"})
    void whatAnybodyElseSaysDoesNot(Agency agency) {
        AContact contact = AContact.today().observing(robbery(agency, OffenceStatus.CONVICTED));

        assertThat(robberies(contact).timesWithin(Fact.EVER)).isZero();
    }

    @Test
    void whoMadeContactIsTheSourceWhereNoneIsNamed() {
        AContact contact = AContact.today().observing(yes("robbery").daysAgo(8));

        assertThat(robberies(contact.referredBy(Agency.POLICE)).timesWithin(30)).isEqualTo(1);
        assertThat(robberies(contact.referredBy(Agency.SCHOOL)).timesWithin(Fact.EVER))
                .isZero();
    }

    @Test
    void whatEndedInNoFurtherActionDoesNotCount() {
        AContact contact = AContact.today().observing(robbery(Agency.POLICE, OffenceStatus.NO_FURTHER_ACTION));

        assertThat(robberies(contact).timesWithin(Fact.EVER)).isZero();
    }

    @Test
    void whatPoliceLetDropLaterNoLongerCounts() {
        AContact alleged = AContact.on(TODAY.minusDays(7)).observing(robbery(Agency.POLICE, OffenceStatus.ALLEGED));
        AContact dropped = AContact.today().observing(robbery(Agency.POLICE, OffenceStatus.NO_FURTHER_ACTION));

        assertThat(robberies(dropped, alleged).timesWithin(Fact.EVER)).isZero();
    }

    @Test
    void aChargeAfterItWasDroppedCountsAgain() {
        AContact dropped =
                AContact.on(TODAY.minusDays(7)).observing(robbery(Agency.POLICE, OffenceStatus.NO_FURTHER_ACTION));
        AContact charged = AContact.today().observing(robbery(Agency.POLICE, OffenceStatus.CHARGED));

        assertThat(robberies(charged, dropped).timesWithin(30)).isEqualTo(1);
    }

    @Test
    void whichOfTwoReportsOfOneContactIsToldFirstMakesNoDifference() {
        Seen alleged = robbery(Agency.YOUTH_JUSTICE, OffenceStatus.ALLEGED);
        Seen dropped = robbery(Agency.POLICE, OffenceStatus.NO_FURTHER_ACTION);

        assertThat(robberies(AContact.today().observing(alleged, dropped)).timesWithin(Fact.EVER))
                .isZero();
        assertThat(robberies(AContact.today().observing(dropped, alleged)).timesWithin(Fact.EVER))
                .isZero();
    }

    @Test
    void aConvictionStandsBesideAReportThatItWasDropped() {
        Seen convicted = robbery(Agency.YOUTH_JUSTICE, OffenceStatus.CONVICTED);
        Seen dropped = robbery(Agency.POLICE, OffenceStatus.NO_FURTHER_ACTION);

        assertThat(robberies(AContact.today().observing(convicted, dropped)).timesWithin(30))
                .isEqualTo(1);
        assertThat(robberies(AContact.today().observing(dropped, convicted)).timesWithin(30))
                .isEqualTo(1);
    }
}
