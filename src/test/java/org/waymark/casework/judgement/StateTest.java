package org.waymark.casework.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.casework.judgement.Act.What;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/** Where a decision stands after what people did. */
class StateTest {

    private static final Instant AT = Instant.parse("2026-03-11T12:00:00Z");
    private static final Result RECOMMENDED = WeighingTest.result(
            WeighingTest.path(Pathway.SAFEGUARDING, null, Urgency.SAME_DAY),
            WeighingTest.path(Pathway.MACE, "high", Urgency.ONE_WORKING_DAY));
    private static final Result LOWER =
            WeighingTest.result(WeighingTest.path(Pathway.MACE, "high", Urgency.ONE_WORKING_DAY));

    private static State after(Act... acts) {
        return State.after(RECOMMENDED, List.of(acts));
    }

    private static Act.Overridden downward(String by) {
        return new Act.Overridden(by, AT, LOWER, RECOMMENDED, true);
    }

    @Test
    void nobody_has_decided_until_somebody_has() {
        State state = after(new Act.Reviewed("auditor", AT), new Act.OutcomeNoted("screener", AT));

        assertThat(state).isEqualTo(State.proposed(RECOMMENDED));
        assertThat(state.status()).isEqualTo(Status.PROPOSED);
        assertThat(state.by()).isNull();
    }

    @Test
    void a_confirmation_lets_it_stand_and_ends_the_matter() {
        State state = after(new Act.Confirmed("screener", AT));

        assertThat(state.status()).isEqualTo(Status.CONFIRMED);
        assertThat(state.result()).isEqualTo(RECOMMENDED);
        assertThat(state.by()).isEqualTo("screener");
        assertThat(state.forbids(What.OVERRIDE))
                .hasValueSatisfying(why -> assertThat(why).contains("`confirmed`", "screener", "new assessment"));
        assertThat(state.forbids(What.COUNTERSIGNATURE)).isPresent();
        assertThat(state.forbids(What.OUTCOME)).isEmpty();
    }

    @Test
    void an_upward_override_holds_at_once() {
        State state = after(new Act.Overridden("screener", AT, LOWER, LOWER, false));

        assertThat(state.status()).isEqualTo(Status.OVERRIDDEN);
        assertThat(state.result()).isEqualTo(LOWER);
        assertThat(state.forbids(What.COUNTERSIGNATURE)).isPresent();
    }

    @Test
    void a_downward_override_holds_when_somebody_else_agrees() {
        State waiting = after(downward("screener"));
        assertThat(waiting.status()).isEqualTo(Status.AWAITING_COUNTERSIGNATURE);
        assertThat(waiting.result()).isEqualTo(RECOMMENDED);
        assertThat(waiting.isAuthor("screener")).isTrue();
        assertThat(waiting.forbids(What.CONFIRMATION))
                .hasValueSatisfying(why -> assertThat(why).contains("`awaiting-countersignature`", "countersignature"));

        State agreed = waiting.then(new Act.Countersigned("manager", AT.plusSeconds(9), true));
        assertThat(agreed.status()).isEqualTo(Status.OVERRIDDEN);
        assertThat(agreed.result()).isEqualTo(LOWER);
        assertThat(agreed.by()).isEqualTo("screener");
        assertThat(agreed.countersignedBy()).isEqualTo("manager");
        assertThat(agreed.at()).isEqualTo(AT.plusSeconds(9));
        assertThat(agreed.forbids(What.COUNTERSIGNATURE)).isPresent();
    }

    @Test
    void a_manager_who_disagrees_decides_that_what_was_recommended_stands() {
        State state = after(downward("screener"), new Act.Countersigned("manager", AT, false));

        assertThat(state.status()).isEqualTo(Status.CONFIRMED);
        assertThat(state.result()).isEqualTo(RECOMMENDED);
        assertThat(state.by()).isEqualTo("manager");
        assertThat(state.countersignedBy()).isNull();
    }

    @Test
    void nobody_countersigns_what_is_their_own() {
        assertThatIllegalStateException()
                .isThrownBy(() -> after(downward("manager"), new Act.Countersigned("manager", AT, true)));
    }

    @Test
    void a_correction_is_shown_and_a_withdrawal_ends_everything_but_reviews() {
        assertThat(after(new Act.Corrected("manager", AT, false)).corrected()).isTrue();
        assertThat(after(new Act.Corrected("manager", AT, false)).forbids(What.CORRECTION))
                .isEmpty();
        State withdrawn = after(new Act.Corrected("manager", AT, true));
        for (What what : What.values()) {
            assertThat(withdrawn.forbids(what).isEmpty()).as(what.code()).isEqualTo(what == What.REVIEW);
        }
    }
}
