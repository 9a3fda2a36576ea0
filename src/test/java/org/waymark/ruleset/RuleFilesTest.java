package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.drools.drl.parser.DrlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.internal.builder.conf.LanguageLevelOption;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleFilesTest {

    Iterable<String> ruleTexts() {
        return RuleFiles.in(ActiveRules.FOLDER).files().keySet().stream()
                .filter(name -> name.endsWith(".drl"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ruleTexts")
    void ourRuleFilesAreDrlThatDroolsUnderstandsToo(String name) throws Exception {
        String text = new String(RuleFiles.in(ActiveRules.FOLDER).files().get(name), StandardCharsets.UTF_8);
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);

        parser.parse(false, text);

        assertThat(parser.getErrors()).isEmpty();
    }

    @Test
    void theSameFilesHaveTheSameHashAndOneByteMoreIsAnother() {
        RuleFiles one = RuleFiles.of(Map.of("a.drl", bytes("rule"), "b.drl", bytes("")));
        RuleFiles same = RuleFiles.of(Map.of("b.drl", bytes(""), "a.drl", bytes("rule")));
        RuleFiles moved = RuleFiles.of(Map.of("a.drl", bytes(""), "b.drl", bytes("rule")));

        assertThat(one.hash()).isEqualTo(same.hash()).startsWith("sha256:").hasSize(71);
        assertThat(moved.hash()).isNotEqualTo(one.hash());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
