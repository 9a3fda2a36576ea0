package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.Observation;
import org.waymark.ruleset.ActiveRules;

/** The same assessment, history and rule set give the same outcome, byte for byte. */
@AddLifecycleHook(ScreeningTries.OfWholeOutcomes.class)
class SameBytesTest {

    @Provide
    Arbitrary<AnyCase> cases() {
        return AnyCase.of(ActiveRules.ruleSet().catalogue());
    }

    private static String json(Screener screener, AnyCase one) {
        return Json.write(screener.screen(one.current(), one.history()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whicheverObservationOrContactIsToldFirst(@ForAll("cases") AnyCase one, @ForAll Random random) {
        List<Observation> observations = new ArrayList<>(one.current().observations());
        Collections.shuffle(observations, random);
        List<Assessment> history = new ArrayList<>(one.history());
        Collections.shuffle(history, random);
        AnyCase other = one.observing(observations).before(history);

        assertThat(json(ActiveRules.screener(), other)).isEqualTo(json(ActiveRules.screener(), one));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whicheverScreenerIsAsked(@ForAll("cases") AnyCase one) {
        assertThat(json(new Screener(ActiveRules.ruleSet()), one)).isEqualTo(json(ActiveRules.screener(), one));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whetherTheEngineOrTheTreeTriesWhatAnAnswerWouldChange(@ForAll("cases") AnyCase one) {
        Screener byEngine = new Screener(ActiveRules.ruleSet(), ActiveRules.ruleSet());

        assertThat(json(byEngine, one)).isEqualTo(json(ActiveRules.screener(), one));
    }
}
