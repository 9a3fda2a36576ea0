package org.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Answer;
import org.waymark.cli.Grounds.Ground;
import org.waymark.screening.SmallCatalogue;
import org.waymark.screening.outcome.Explanation;
import org.waymark.screening.outcome.Explanation.Answered;
import org.waymark.screening.outcome.Explanation.PathwayExplanation;
import org.waymark.screening.pathway.Pathway;

/** How what a pathway rests on is put into words. */
class GroundsTest {

    private static List<Ground> told(PathwayExplanation explained, boolean levelled, Answered... facts) {
        Explanation explanation = new Explanation(3, List.of(explained), List.of(facts));
        return new Grounds(SmallCatalogue.catalogue(), explanation).of(explained, "MACE", levelled);
    }

    private static PathwayExplanation mace(List<List<String>> withoutAny, List<List<String>> slower, boolean complete) {
        return new PathwayExplanation(Pathway.MACE, withoutAny, slower, complete);
    }

    @Test
    void setsOfOneTwoAndThreeAreToldSoThatNobodyTakesOneForAnother() {
        List<List<String>> sets = List.of(
                List.of("going-missing"),
                List.of("debt-bondage", "housing-need"),
                List.of("debt-bondage", "suspension", "robbery"));

        assertThat(told(mace(sets, List.of(), true), true))
                .containsExactly(new Ground(
                        "MACE would not be there",
                        List.of(
                                "without missing episodes",
                                "with neither a debt they are made to work off nor a housing need",
                                "with none of a debt they are made to work off, suspension from school and a"
                                        + " robbery")));
    }

    @Test
    void anAnswerThatIsNotYesIsNeverReadAsOne() {
        List<List<String>> sets = List.of(List.of("mace-open"), List.of("going-missing"), List.of("gang-association"));

        assertThat(told(
                                mace(sets, List.of(), true),
                                true,
                                new Answered("mace-open", Answer.NO),
                                new Answered("going-missing", Answer.UNKNOWN),
                                new Answered("gang-association", Answer.YET_TO_CLARIFY))
                        .get(0)
                        .without())
                .containsExactly(
                        "without open to the MACE panel (answered no)",
                        "without missing episodes (asked, not known)",
                        "without association with a gang (yet to clarify)");
    }

    @Test
    void whatIsSlowerIsToldWithItsLevelWhereThereIsOne() {
        List<List<String>> sets = List.of(List.of("going-missing"));
        PathwayExplanation explained = mace(sets, sets, true);

        assertThat(headings(told(explained, true)))
                .containsExactly("MACE would not be there", "MACE would be slower or at a lower level");
        assertThat(headings(told(explained, false))).endsWith("MACE would be slower");
    }

    @Test
    void whatRestsOnMoreAndWhatWasNotLookedAtIsTold() {
        assertThat(headings(told(mace(List.of(), List.of(), true), true)))
                .containsExactly("MACE would still be there without any three of the facts");
        assertThat(headings(told(mace(List.of(), List.of(), false), true)))
                .containsExactly("MACE: there may be more; not every set of facts was looked at");
    }

    private static List<String> headings(List<Ground> grounds) {
        List<String> headings = new ArrayList<>();
        grounds.forEach(ground -> headings.add(ground.heading()));
        return headings;
    }
}
