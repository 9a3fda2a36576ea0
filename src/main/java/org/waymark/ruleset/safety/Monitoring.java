package org.waymark.ruleset.safety;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;

/** Shows that nothing of what is for people, or for monitoring, changes what comes out. */
final class Monitoring {

    private final ValueSpace space;
    private final Screener screener;

    Monitoring(ValueSpace space, Screener screener) {
        this.space = space;
        this.screener = screener;
    }

    /**
     * Screens each rule's case as a screener would submit it, with and without all that no rule may read. No
     * condition has a word for any of it; this shows that the way from a document to a decision has none either.
     */
    List<Finding> changes(List<Witnesses.Witness> witnesses) {
        List<Finding> changed = new ArrayList<>();
        for (Witnesses.Witness witness : witnesses) {
            Situation situation = witness.situation();
            if (situation == null) {
                continue;
            }
            Assessment assessment = situation.assessment(space);
            String plain = ExampleJson.write(assessment);
            String more = ExampleJson.writeWithMonitoring(assessment);
            Pass without = read(plain);
            Pass with = read(more);
            if (!same(without, with)) {
                changed.add(new Finding(
                        Promise.MONITORING_CHANGES_NOTHING,
                        "Monitoring, notes or context change what comes out: " + situation.says(space),
                        List.of("without: " + Telling.result(without), "with: " + Telling.result(with)),
                        List.of(witness.rule().id()),
                        more,
                        plain,
                        1));
            }
        }
        return changed;
    }

    private Pass read(String json) {
        try {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            Instant now = ExampleCase.ASSESSED_AT;
            return screener.pass(
                    new AssessmentReader(space.ruleSet().catalogue())
                            .read(bytes, now)
                            .assessment(),
                    List.of());
        } catch (InvalidAssessment invalid) {
            throw new IllegalStateException("an example cannot be submitted: " + json, invalid);
        }
    }

    static boolean same(Pass one, Pass other) {
        return one.fired().equals(other.fired())
                && one.verdict().pathways().equals(other.verdict().pathways())
                && one.verdict().services().equals(other.verdict().services())
                && one.verdict().actions().equals(other.verdict().actions())
                && one.verdict().blocks().equals(other.verdict().blocks())
                && one.verdict().flags().equals(other.verdict().flags());
    }
}
