package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.waymark.screening.rule.RuleEngine;

/** Versions that are not in force any more, compiled again when somebody asks. */
class PastVersionsTest {

    private final Map<String, RuleFiles> kept = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private final PastVersions past = new PastVersions(
            hash -> {
                asked.add(hash);
                return Optional.ofNullable(kept.get(hash));
            },
            2);

    private String keep(String name) {
        RuleFiles files = SmallRules.of(SmallRules.GOOD)
                .with(RuleSetReader.MANIFEST, SmallRules.manifest(name))
                .files();
        kept.put(files.hash(), files);
        return files.hash();
    }

    private RuleEngine engine(String hash) throws Exception {
        return past.ask(hash, ready -> ready.ruleSet().engine()).orElseThrow();
    }

    @Test
    void aVersionIsCompiledOnceAndKeptWhileItIsAmongTheLastThatWereWanted() throws Exception {
        String one = keep("one");
        String two = keep("two");
        String three = keep("three");

        RuleEngine first = engine(one);
        engine(two);
        assertThat(engine(one)).isSameAs(first).isInstanceOf(DroolsEngine.class);
        engine(three);
        engine(one);
        assertThat(asked).containsExactly(one, two, three);
        engine(two);
        assertThat(asked).containsExactly(one, two, three, two);
    }

    @Test
    void anEngineIsLetGoOnlyAfterTheLastQuestionIsAnswered() throws Exception {
        String one = keep("one");

        boolean answered = past.ask(one, ready -> {
                    engine(keep("two"));
                    engine(keep("three"));
                    try (RuleEngine.Round round = ready.ruleSet().engine().open()) {
                        return true;
                    }
                })
                .orElseThrow();

        assertThat(answered).isTrue();
        engine(one);
        assertThat(asked).endsWith(one);
    }

    @Test
    void whatIsNotKeptIsNotThereAndWhatIsNoRuleSetSaysWhy() throws Exception {
        assertThat(past.ask("sha256:none", ready -> true)).isEmpty();

        RuleFiles broken = RuleFiles.of(Map.of("rules.drl", new byte[0]));
        kept.put(broken.hash(), broken);
        assertThatThrownBy(() -> past.ask(broken.hash(), ready -> true))
                .isInstanceOf(PastVersions.NotReady.class)
                .hasMessageContaining(broken.hash())
                .hasMessageContaining("manifest.yaml");
    }
}
