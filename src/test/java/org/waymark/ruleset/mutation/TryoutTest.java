package org.waymark.ruleset.mutation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.coverage.Coverage;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.Scenarios;

class TryoutTest {
    @Test
    void tryout() throws Exception {
        Scenarios scenarios = ScenarioReader.read(ActiveRules.FOLDER.resolve("scenarios"), ActiveRules.ruleSet());
        long t = System.nanoTime();
        List<String> lines =
                new ArrayList<>(Mutation.of(ActiveRules.ruleSet(), scenarios).lines());
        long u = System.nanoTime();
        lines.addAll(Coverage.of(ActiveRules.ruleSet(), scenarios).lines());
        long v = System.nanoTime();
        System.out.println("mutation " + (u - t) / 1e9 + " coverage " + (v - u) / 1e9);
        Files.write(Path.of("target/tryout.txt"), lines);
    }
}
