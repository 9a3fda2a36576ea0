package org.waymark.screening.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.screening.AContact.TODAY;
import static org.waymark.screening.Seen.no;
import static org.waymark.screening.Seen.unclear;
import static org.waymark.screening.Seen.unknown;
import static org.waymark.screening.Seen.yes;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Coded;
import org.waymark.screening.AContact;
import org.waymark.screening.Seen;
import org.waymark.screening.SmallCatalogue;

/** Which answer counts, where sources disagree and where contacts follow each other: contract, section 1. */
class AnswersTest {

    private static final Catalogue CATALOGUE = SmallCatalogue.catalogue();

    private static CaseFile file(AContact current, AContact... earlier) {
        return CaseFile.of(
                CATALOGUE,
                current.assessment(),
                Stream.of(earlier).map(AContact::assessment).toList());
    }

    private static CaseFile then(Seen before, Seen now) {
        return file(
                AContact.today().observing(now),
                AContact.on(TODAY.minusDays(60)).observing(before));
    }

    private static Seen answer(String factor, String code) {
        return switch (Coded.of(Answer.class, code).orElseThrow()) {
            case YES -> yes(factor);
            case NO -> no(factor);
            case UNKNOWN -> unknown(factor);
            case YET_TO_CLARIFY -> unclear(factor);
        };
    }

    @ParameterizedTest(name = "of a risk, {0} beside {1} is {2}")
    @CsvSource({
        "yes,no,yes",
        "yes,unknown,yes",
        "yes,yet-to-clarify,yes",
        "no,unknown,unknown",
        "no,yet-to-clarify,yet-to-clarify",
        "unknown,yet-to-clarify,yet-to-clarify"
    })
    void whereSourcesDisagreeAboutARiskTheProtectiveAnswerCounts(String one, String other, String counts) {
        Seen first = answer("housing-need", one).by(Agency.SCHOOL);
        Seen second = answer("housing-need", other).by(Agency.POLICE);

        for (AContact contact : new AContact[] {
            AContact.today().observing(first, second), AContact.today().observing(second, first)
        }) {
            assertThat(file(contact).answer("housing-need").map(Answer::code)).hasValue(counts);
            assertThat(file(contact).standings().get("housing-need").disagreement())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "of what protects, yes beside {0} is {0}")
    @ValueSource(strings = {"no", "unknown", "yet-to-clarify"})
    void whereSourcesDisagreeAboutWhatProtectsItIsNotCountedOn(String other) {
        AContact contact = AContact.today().observing(yes("trusted-adult"), answer("trusted-adult", other));

        assertThat(file(contact).answer("trusted-adult").map(Answer::code)).hasValue(other);
    }

    @Test
    void sourcesThatAgreeDoNotDisagree() {
        AContact contact = AContact.today()
                .observing(
                        yes("debt-bondage").by(Agency.SCHOOL),
                        yes("debt-bondage").by(Agency.POLICE));

        assertThat(file(contact).standings().get("debt-bondage").disagreement()).isFalse();
    }

    @Test
    void whatWasNotAskedHasNoAnswer() {
        assertThat(file(AContact.today()).answer("debt-bondage")).isEmpty();
        assertThat(file(AContact.today()).isYes("debt-bondage")).isFalse();
    }

    @ParameterizedTest(name = "a {0} need, then no {1}: {2}")
    @CsvSource({
        "reported,reported,no",
        "reported,confirmed,no",
        "reported,suspected,yes",
        "confirmed,reported,yes",
        "alleged,suspected,no"
    })
    void aStateHoldsUntilAnAnswerOfEqualOrBetterBasis(String before, String now, String counts) {
        CaseFile file = then(
                yes("housing-need").basis(basis(before)), no("housing-need").basis(basis(now)));

        assertThat(file.answer("housing-need").map(Answer::code)).hasValue(counts);
    }

    private static Basis basis(String code) {
        return Coded.of(Basis.class, code).orElseThrow();
    }

    @Test
    void aWeakerNoAfterAYesIsShownAsADisagreement() {
        CaseFile file = then(
                yes("housing-need").basis(Basis.CONFIRMED), no("housing-need").basis(Basis.REPORTED));

        assertThat(file.standings().get("housing-need").disagreement()).isTrue();
    }

    @Test
    void aYesAgainIsAsWellFoundedAsTheBestThatSaidIt() {
        CaseFile file = file(
                AContact.today().observing(no("housing-need").basis(Basis.REPORTED)),
                AContact.on(TODAY.minusDays(90)).observing(yes("housing-need").basis(Basis.CONFIRMED)),
                AContact.on(TODAY.minusDays(30)).observing(yes("housing-need").basis(Basis.ALLEGED)));

        assertThat(file.isYes("housing-need")).isTrue();
    }

    @ParameterizedTest(name = "a yes to {0} is not ended by a confirmed no")
    @ValueSource(strings = {"debt-bondage", "gang-association", "physical-abuse-adult", "threat-to-life"})
    void aYesToExploitationAbuseOrImmediateHarmIsNotEndedByALaterNo(String factor) {
        CaseFile file = then(yes(factor).basis(Basis.ALLEGED), no(factor).basis(Basis.CONFIRMED));

        assertThat(file.isYes(factor)).isTrue();
    }

    @ParameterizedTest(name = "a yes is not ended by {0}")
    @ValueSource(strings = {"unknown", "yet-to-clarify"})
    void whatIsNotSettledNeverEndsAYes(String now) {
        CaseFile file = then(
                yes("housing-need").basis(Basis.ALLEGED),
                answer("housing-need", now).basis(Basis.CONFIRMED));

        assertThat(file.isYes("housing-need")).isTrue();
        assertThat(file.standings().get("housing-need").disagreement()).isFalse();
    }

    @Test
    void aYesAfterANoCountsHoweverWeaklyItIsFounded() {
        CaseFile file = then(
                no("housing-need").basis(Basis.CONFIRMED), yes("housing-need").basis(Basis.ALLEGED));

        assertThat(file.isYes("housing-need")).isTrue();
    }

    @Test
    void whatHoldsOnlyNowIsForgottenAtTheNextContact() {
        CaseFile file = file(
                AContact.today(), AContact.on(TODAY.minusDays(1)).observing(yes("sofa-surfing"), no("missing-now")));

        assertThat(file.answer("sofa-surfing")).isEqualTo(Optional.empty());
        assertThat(file.answer("missing-now")).isEmpty();
    }

    @Test
    void anEventIsRememberedForEverAndThatItDidNotHappenIsNot() {
        AContact before = AContact.on(TODAY.minusDays(3000))
                .observing(yes("going-missing").on(TODAY.minusDays(3001)));
        AContact denied = AContact.on(TODAY.minusDays(3000)).observing(no("suspension"));

        assertThat(file(AContact.today(), before).isYes("going-missing")).isTrue();
        assertThat(file(AContact.today(), denied).answer("suspension")).isEmpty();
    }

    @Test
    void whatProtectsIsLostToALaterUnknown() {
        assertThat(then(yes("trusted-adult"), unknown("trusted-adult")).answer("trusted-adult"))
                .hasValue(Answer.UNKNOWN);
    }

    @Test
    void theSameContactToldInAnotherOrderIsTheSameFile() {
        Seen school = yes("debt-bondage").by(Agency.SCHOOL);
        Seen police = yes("debt-bondage").by(Agency.POLICE);

        assertThat(file(AContact.today().observing(school, police)).said("debt-bondage"))
                .extracting(Said::observation)
                .isEqualTo(file(AContact.today().observing(police, school)).said("debt-bondage").stream()
                        .map(Said::observation)
                        .toList());
    }
}
