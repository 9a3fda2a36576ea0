package org.waymark.casework.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/** Which choices protect less than what was recommended. */
class WeighingTest {

    static final Levels LEVELS = new Levels(List.of("screen", "standard", "high"));
    private static final Instant RECEIVED = Instant.parse("2026-03-11T08:45:00Z");

    private static final Path SAFEGUARDING = path(Pathway.SAFEGUARDING, null, Urgency.SAME_DAY);
    private static final Path MACE = path(Pathway.MACE, "standard", Urgency.ONE_WORKING_DAY);
    private static final Path EARLY_HELP = path(Pathway.EARLY_HELP, null, Urgency.TEN_WORKING_DAYS);
    private static final Path ENFORCEMENT = path(Pathway.ENFORCEMENT, null, Urgency.PLANNED);

    static Path path(Pathway pathway, @Nullable String level, Urgency urgency) {
        return new Path(pathway, level, urgency, due(urgency));
    }

    static Instant due(Urgency urgency) {
        return RECEIVED.plus(Duration.ofDays(urgency.ordinal()));
    }

    static Result result(Path... paths) {
        Urgency urgency =
                Urgency.mostUrgent(List.of(paths).stream().map(Path::urgency)).orElse(null);
        return Result.of(List.of(paths), urgency, urgency == null ? null : due(urgency));
    }

    private static List<String> lowers(Result recommended, Result chosen) {
        return new Weighing(recommended, false, LEVELS).lowers(chosen);
    }

    @Test
    void the_same_or_more_is_not_lower() {
        assertThat(lowers(result(MACE), result(MACE))).isEmpty();
        assertThat(lowers(result(MACE), result(MACE, SAFEGUARDING))).isEmpty();
        assertThat(lowers(result(), result(EARLY_HELP))).isEmpty();
        assertThat(lowers(result(MACE), result(path(Pathway.MACE, "high", Urgency.SAME_DAY))))
                .isEmpty();
    }

    @Test
    void a_pathway_that_looks_after_the_child_and_is_gone_is_lower_whatever_came_instead() {
        assertThat(lowers(result(SAFEGUARDING, MACE), result(SAFEGUARDING))).containsExactly("`mace` is lost");
        assertThat(lowers(result(MACE), result(path(Pathway.SAFEGUARDING, null, Urgency.IMMEDIATE))))
                .containsExactly("`mace` is lost");
        assertThat(lowers(result(SAFEGUARDING), result()))
                .containsExactly(
                        "`safeguarding` is lost",
                        "the whole is slower: `same-day` was recommended, no urgency is left");
    }

    @Test
    void early_help_gives_way_to_safeguarding_and_to_nothing_else() {
        assertThat(lowers(result(EARLY_HELP), result(SAFEGUARDING))).isEmpty();
        assertThat(lowers(result(EARLY_HELP), result(MACE))).containsExactly("`early-help` is lost");
        assertThat(lowers(result(SAFEGUARDING, EARLY_HELP), result(SAFEGUARDING)))
                .containsExactly("`early-help` is lost");
    }

    @Test
    void to_be_spared_enforcement_is_no_loss() {
        assertThat(lowers(result(SAFEGUARDING, ENFORCEMENT), result(SAFEGUARDING)))
                .isEmpty();
    }

    @Test
    void enforcement_that_was_not_recommended_or_is_blocked_is_lower() {
        assertThat(lowers(result(SAFEGUARDING), result(SAFEGUARDING, ENFORCEMENT)))
                .containsExactly("`enforcement` is added, which was not recommended");
        assertThat(new Weighing(result(SAFEGUARDING), true, LEVELS).lowers(result(SAFEGUARDING, ENFORCEMENT)))
                .containsExactly("`enforcement` is chosen, which the decision blocks");
        assertThat(new Weighing(result(SAFEGUARDING, ENFORCEMENT), true, LEVELS)
                        .lowers(result(SAFEGUARDING, ENFORCEMENT, EARLY_HELP)))
                .isEmpty();
    }

    @Test
    void slower_or_at_a_lower_level_is_lower() {
        assertThat(lowers(
                        result(SAFEGUARDING, MACE),
                        result(SAFEGUARDING, path(Pathway.MACE, "screen", Urgency.FIVE_WORKING_DAYS))))
                .containsExactly(
                        "`mace` is slower: `one-working-day` was recommended, `five-working-days` is chosen",
                        "`mace` is at a lower level: `standard` was recommended, `screen` is chosen");
    }

    @Test
    void a_level_that_only_earlier_rules_knew_is_left_by_two_people() {
        Result old = result(path(Pathway.MACE, "severe", Urgency.SAME_DAY));
        assertThat(lowers(old, result(path(Pathway.MACE, "high", Urgency.SAME_DAY))))
                .containsExactly("`mace` is at a lower level: `severe` was recommended, `high` is chosen");
    }

    @Test
    void until_it_is_answered_the_higher_of_each_holds_and_no_new_enforcement() {
        Result recommended = result(SAFEGUARDING, MACE);
        Result chosen = result(path(Pathway.MACE, "high", Urgency.FIVE_WORKING_DAYS), EARLY_HELP, ENFORCEMENT);

        Result meanwhile = new Weighing(recommended, false, LEVELS).higher(chosen);

        assertThat(meanwhile)
                .isEqualTo(result(SAFEGUARDING, path(Pathway.MACE, "high", Urgency.ONE_WORKING_DAY), EARLY_HELP));
        assertThat(meanwhile.respondBy()).isEqualTo(recommended.respondBy());
    }
}
