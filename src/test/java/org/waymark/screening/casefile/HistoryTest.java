package org.waymark.screening.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Assessment;
import org.waymark.screening.AContact;

/** Which recorded contacts count: contract, section 1, "History". */
class HistoryTest {

    private static final AContact FIRST = AContact.at("2026-01-05T09:00:00Z").numbered("MASH-1");
    private static final AContact SECOND = AContact.at("2026-02-05T09:00:00Z").numbered("MASH-2");
    private static final AContact NOW = AContact.at("2026-03-05T09:00:00Z").numbered("MASH-3");

    private static List<String> before(AContact current, AContact... recorded) {
        return History.before(
                        current.assessment(),
                        java.util.stream.Stream.of(recorded)
                                .map(AContact::assessment)
                                .toList())
                .stream()
                .map(Assessment::assessmentId)
                .toList();
    }

    @Test
    void earlierContactsCountOldestFirstHoweverTheyWereFound() {
        assertThat(before(NOW, SECOND, FIRST)).containsExactly("MASH-1", "MASH-2");
    }

    @Test
    void laterContactsAndThoseOfTheSameMomentDoNotCount() {
        AContact sameMoment = AContact.at("2026-03-05T09:00:00Z").numbered("MASH-4");
        AContact later = AContact.at("2026-03-05T09:00:01Z").numbered("MASH-5");

        assertThat(before(NOW, sameMoment, later)).isEmpty();
    }

    @Test
    void theContactItselfIsNotItsOwnHistory() {
        assertThat(before(NOW, NOW, FIRST)).containsExactly("MASH-1");
    }

    @Test
    void whatThisContactAmendsDoesNotCount() {
        assertThat(before(NOW.amending("MASH-2"), FIRST, SECOND)).containsExactly("MASH-1");
    }

    @Test
    void whatAnotherContactAmendedDoesNotCountAndTheAmendmentDoes() {
        assertThat(before(NOW, FIRST, SECOND.amending("MASH-1"))).containsExactly("MASH-2");
    }

    @Test
    void anAmendmentThatWasItselfAmendedDoesNotBringTheFirstBack() {
        AContact third = AContact.at("2026-02-20T09:00:00Z").numbered("MASH-2b").amending("MASH-2");

        assertThat(before(NOW, FIRST, SECOND.amending("MASH-1"), third)).containsExactly("MASH-2b");
    }

    @Test
    void aNumberOfAnotherSourceSystemIsAnotherContact() {
        Assessment elsewhere = new Assessment(
                "MASH-1",
                "school-portal",
                FIRST.assessment().receivedAt(),
                FIRST.assessment().assessedAt(),
                null,
                FIRST.assessment().youngPerson(),
                List.of(),
                null);

        assertThat(History.before(NOW.amending("MASH-1").assessment(), List.of(FIRST.assessment(), elsewhere)))
                .containsExactly(elsewhere);
    }
}
