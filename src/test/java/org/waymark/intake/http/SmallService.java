package org.waymark.intake.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.ruleset.SmallRules;

/** Gives a service a small rule set and an embedded store of its own, in a temporary folder. */
public final class SmallService implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path folder = Files.createTempDirectory("waymark-small");
            Path rules = Files.createDirectory(folder.resolve("rules"));
            for (Map.Entry<String, byte[]> file :
                    SmallRules.of(SmallRules.GOOD).files().all().entrySet()) {
                Files.write(rules.resolve(file.getKey()), file.getValue());
            }
            TestPropertyValues.of(
                            "waymark.rules-dir=" + rules,
                            "waymark.data-dir=" + folder.resolve("data"),
                            "waymark.local-password=" + RunningService.PASSWORD)
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
