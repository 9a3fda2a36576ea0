package org.waymark.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.waymark.access.AccessCannotStart;
import org.waymark.casework.Judgements;
import org.waymark.casework.Screening;

/** Fills a service that was started with `--demo` before it says that it is ready; never one with real users. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("waymark.demo")
class DemoConfiguration {

    private static final long SEED = 2026;

    /** Where somebody real would see what is made up. */
    private static final List<String> REAL =
            List.of("waymark.oidc.issuer-uri", "waymark.mongodb-uri", "waymark.kafka.bootstrap-servers");

    /**
     * Looks before anything is opened that is real.
     *
     * @throws AccessCannotStart where a setting names something real
     */
    @Bean
    static BeanFactoryPostProcessor nothingReal(Environment environment) {
        return beans -> REAL.stream()
                .filter(setting -> !environment.getProperty(setting, "").isBlank())
                .findFirst()
                .ifPresent(setting -> {
                    throw new AccessCannotStart("`" + setting + "` is `" + environment.getProperty(setting)
                            + "`, and a demo is of nobody real; leave the setting out, or leave out --demo");
                });
    }

    @Bean
    ApplicationRunner demo(
            Screening screening,
            Judgements judgements,
            Clock clock,
            @Value("${waymark.demo.people:2000}") int people,
            @Value("${waymark.demo.samples:samples}") Path samples) {
        return arguments -> {
            say("The samples and a made-up year of " + people + " young people are loaded. None of them is real.");
            load(new DemoLoad(screening, judgements, DemoConfiguration::say), clock.instant(), people, samples);
        };
    }

    private static void load(DemoLoad load, Instant now, int people, Path samples)
            throws IOException, InterruptedException {
        Instant end = now.truncatedTo(ChronoUnit.DAYS);
        load.samples(samples);
        load.year(new MadeUpYear(SEED, end, Story.all()), people, end);
    }

    private static void say(String line) {
        System.out.println("Demo: " + line);
    }
}
