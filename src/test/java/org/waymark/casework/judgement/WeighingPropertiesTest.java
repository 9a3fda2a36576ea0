package org.waymark.casework.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.waymark.screening.pathway.Pathway;

/** What must hold of any two results that are weighed against one another. */
class WeighingPropertiesTest {

    @Provide
    Arbitrary<Result> results() {
        return AnyResult.results();
    }

    /** Those in which nothing gives way to anything. */
    @Provide
    Arbitrary<Result> protections() {
        return AnyResult.of(Pathway.SAFEGUARDING, Pathway.MACE);
    }

    private static Weighing against(Result recommended) {
        return new Weighing(recommended, false, WeighingTest.LEVELS);
    }

    @Property
    void nothing_is_lower_than_itself(@ForAll("results") Result one) {
        assertThat(against(one).lowers(one)).isEmpty();
    }

    @Property
    void what_holds_meanwhile_is_lower_than_neither(
            @ForAll("results") Result recommended, @ForAll("results") Result chosen) {
        Result meanwhile = against(recommended).higher(chosen);

        assertThat(against(recommended).lowers(meanwhile)).isEmpty();
        assertThat(against(chosen).lowers(meanwhile))
                .allSatisfy(why -> assertThat(why).contains("enforcement"));
        assertThat(meanwhile.has(Pathway.ENFORCEMENT)).isEqualTo(recommended.has(Pathway.ENFORCEMENT));
    }

    @Property
    void what_was_recommended_changes_nothing_of_itself_meanwhile(@ForAll("results") Result one) {
        assertThat(against(one).higher(one)).isEqualTo(one);
    }

    @Property
    void of_two_results_that_differ_one_is_lower(
            @ForAll("protections") Result one, @ForAll("protections") Result other) {
        Assume.that(!one.equals(other));

        boolean down = !against(one).lowers(other).isEmpty();
        boolean up = !against(other).lowers(one).isEmpty();

        assertThat(down || up).isTrue();
    }

    @Property
    void a_recorded_result_is_read_as_it_was_written(@ForAll("results") Result one) {
        assertThat(Result.read(org.waymark.assessment.Json.read(org.waymark.assessment.Json.write(one))))
                .isEqualTo(one);
    }
}
