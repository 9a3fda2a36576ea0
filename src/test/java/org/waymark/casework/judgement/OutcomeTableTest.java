package org.waymark.casework.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.casework.judgement.OutcomeTable.Answered;
import org.waymark.ruleset.ActiveRules;

/** What an outcome counts as in the next screening. */
class OutcomeTableTest {

    @Test
    void every_answer_suits_its_factor_in_the_catalogue() {
        assertThat(OutcomeTable.all()).hasSizeGreaterThan(15).allSatisfy(answered -> {
            Factor factor = ActiveRules.ruleSet().catalogue().require(answered.factor());
            assertThat(factor.kind())
                    .as(answered.factor())
                    .isEqualTo(answered.event() ? FactorKind.EVENT : FactorKind.STATE);
        });
    }

    @Test
    void a_result_is_read_whether_it_is_a_code_or_in_words() {
        assertThat(OutcomeTable.answers("early-help", "Turned down"))
                .isEqualTo(OutcomeTable.answers("early-help", "turned-down"))
                .containsExactly(new Answered("support-refused", Answer.YES, true));
        assertThat(OutcomeTable.answers("nrm-decision", "Conclusive grounds: negative"))
                .extracting(Answered::factor, Answered::answer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("nrm-pending", Answer.NO),
                        org.assertj.core.groups.Tuple.tuple("nrm-negative", Answer.YES));
    }

    @Test
    void a_meeting_that_was_not_held_says_nothing_and_any_other_result_says_that_it_was() {
        assertThat(OutcomeTable.answers("strategy-discussion", "Not held")).isEmpty();
        assertThat(OutcomeTable.answers("strategy-discussion", "section 47 enquiry agreed"))
                .containsExactly(new Answered("strategy-discussion-held", Answer.YES, true));
    }

    @Test
    void what_nobody_knows_is_read_by_no_rule() {
        assertThat(OutcomeTable.answers("birthday-party", "held")).isEmpty();
        assertThat(OutcomeTable.answers("nrm-decision", "lost in the post")).isEmpty();
        assertThat(OutcomeTable.answers("proposed-closure", "yes")).isEmpty();
    }

    @Test
    void the_interface_and_the_page_that_tells_why_list_every_outcome_that_is_known() throws Exception {
        String described;
        try (var in = OutcomeTable.class.getResourceAsStream("/openapi/answers.json")) {
            described = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(described).contains("Known: " + String.join(", ", OutcomeTable.known()) + ".");
        String page = java.nio.file.Files.readString(
                java.nio.file.Path.of("docs/decisions/0013-what-people-do-with-a-decision.md"));
        assertThat(List.copyOf(OutcomeTable.known()))
                .allSatisfy(what -> assertThat(page).contains("`" + what + "`"));
    }
}
