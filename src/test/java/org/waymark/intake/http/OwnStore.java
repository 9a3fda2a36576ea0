package org.waymark.intake.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a service with the rules of this repository an embedded store of its own: what is put in force there is so for
 * nobody else. Whoever uses it throws the service away afterwards ({@code @DirtiesContext}), or the next gets the same.
 */
public final class OwnStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            TestPropertyValues.of(
                            "waymark.data-dir=" + Files.createTempDirectory("waymark-own"),
                            "waymark.local-password=" + RunningService.PASSWORD)
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
