package org.waymark.casework.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people try, in whatever order, a decision ends up where it may. */
class StatePropertiesTest {

    private static final Instant AT = Instant.parse("2026-03-11T12:00:00Z");

    /** Somebody tries something; what the choice comes to is worked out against what was recommended. */
    record Attempt(int what, String by, Result chosen, boolean yes) {

        Act on(Result recommended) {
            Weighing weighing = new Weighing(recommended, false, WeighingTest.LEVELS);
            boolean downward = !weighing.lowers(chosen).isEmpty();
            return switch (what) {
                case 0 -> new Act.Confirmed(by, AT);
                case 1 -> new Act.Overridden(by, AT, chosen, downward ? weighing.higher(chosen) : chosen, downward);
                case 2 -> new Act.Countersigned(by, AT, yes);
                case 3 -> new Act.OutcomeNoted(by, AT);
                case 4 -> new Act.Corrected(by, AT, yes);
                default -> new Act.Reviewed(by, AT);
            };
        }
    }

    @Provide
    Arbitrary<Result> results() {
        return AnyResult.results();
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("screener", "manager", "other-manager"),
                        AnyResult.results(),
                        Arbitraries.of(true, false))
                .as(Attempt::new)
                .list()
                .ofMaxSize(12);
    }

    @Property
    void a_lower_result_holds_only_where_two_people_wanted_it(
            @ForAll("results") Result recommended, @ForAll("attempts") List<Attempt> attempts) {
        Weighing weighing = new Weighing(recommended, false, WeighingTest.LEVELS);
        List<Act> done = new ArrayList<>();
        State state = State.proposed(recommended);
        for (Attempt attempt : attempts) {
            Act act = attempt.on(recommended);
            boolean own = act instanceof Act.Countersigned && state.isAuthor(act.by());
            if (state.forbids(act.what()).isEmpty() && !own) {
                done.add(act);
                state = state.then(act);
            }
            if (!weighing.lowers(state.result()).isEmpty()) {
                assertThat(state.status()).isEqualTo(Status.OVERRIDDEN);
                assertThat(state.countersignedBy()).isNotNull().isNotEqualTo(state.by());
            }
            assertThat(state.pending() != null).isEqualTo(state.status() == Status.AWAITING_COUNTERSIGNATURE);
            assertThat(state.by() == null).isEqualTo(state.status() == Status.PROPOSED);
            if (state.status() == Status.PROPOSED || state.status() == Status.CONFIRMED) {
                assertThat(state.result()).isEqualTo(recommended);
            }
        }
        assertThat(State.after(recommended, done)).isEqualTo(state);
        assertThat(done.stream().filter(Act.Countersigned.class::isInstance)).hasSizeLessThanOrEqualTo(1);
        assertThat(done.stream().filter(act -> act instanceof Act.Confirmed || act instanceof Act.Overridden))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property
    void what_is_forbidden_is_forbidden_to_the_fold_too(
            @ForAll("results") Result recommended, @ForAll("attempts") List<Attempt> attempts) {
        State state = State.proposed(recommended);
        for (Attempt attempt : attempts) {
            Act act = attempt.on(recommended);
            boolean may = state.forbids(act.what()).isEmpty()
                    && !(act instanceof Act.Countersigned && state.isAuthor(act.by()));
            try {
                state = state.then(act);
                assertThat(may).isTrue();
            } catch (IllegalStateException refused) {
                assertThat(may).isFalse();
            }
        }
    }
}
