package org.waymark.casework.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.screening.Circumstances;
import org.waymark.screening.fact.Yes;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/** What no person may make of a decision. */
class PromisesTest {

    private static final Path ENFORCEMENT = WeighingTest.path(Pathway.ENFORCEMENT, null, Urgency.PLANNED);
    private static final Path SAFEGUARDING = WeighingTest.path(Pathway.SAFEGUARDING, null, Urgency.SAME_DAY);

    private static Circumstances aged(boolean known, boolean under10, boolean adult) {
        return new Circumstances(known, under10, adult, false, List.of(), List.of());
    }

    private static List<String> broken(Circumstances circumstances, boolean nrm, Path... paths) {
        return new Promises(circumstances, nrm).brokenBy(WeighingTest.result(paths));
    }

    @Test
    void enforcement_is_never_alone_under_18() {
        assertThat(broken(aged(true, false, false), false, ENFORCEMENT))
                .singleElement()
                .asString()
                .startsWith("EN-01:");
        assertThat(broken(aged(true, false, false), false, ENFORCEMENT, SAFEGUARDING))
                .isEmpty();
        assertThat(broken(aged(true, false, true), false, ENFORCEMENT)).isEmpty();
    }

    @Test
    void there_is_no_enforcement_under_10_or_at_an_unknown_age() {
        assertThat(broken(aged(true, true, false), false, ENFORCEMENT, SAFEGUARDING))
                .singleElement()
                .asString()
                .startsWith("EN-02:")
                .contains("under 10");
        assertThat(broken(aged(false, false, false), false, ENFORCEMENT, SAFEGUARDING))
                .singleElement()
                .asString()
                .startsWith("EN-02:")
                .contains("not known");
    }

    @Test
    void every_promise_that_is_broken_is_told_at_once() {
        assertThat(broken(aged(false, false, false), true, ENFORCEMENT))
                .extracting(why -> why.substring(0, 5))
                .containsExactly("EN-02", "EN-01", "GD-11");
        assertThat(broken(
                        new Circumstances(true, false, false, false, List.of(), List.of(new Yes("threat-to-life"))),
                        true))
                .extracting(why -> why.substring(0, 5))
                .containsExactly("GD-11", "GD-10");
    }

    @Test
    void what_breaks_nothing_may_stand() {
        assertThat(broken(aged(true, false, false), true, SAFEGUARDING)).isEmpty();
        assertThat(broken(aged(false, false, false), false)).isEmpty();
    }
}
