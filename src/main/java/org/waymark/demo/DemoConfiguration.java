package org.waymark.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.casework.Judgements;
import org.waymark.casework.Screening;

/** Fills a service that was started with `--demo` before it says that it is ready; never one with real users. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("waymark.demo")
@ConditionalOnExpression("'${waymark.oidc.issuer-uri:}'.isBlank() and '${waymark.mongodb-uri:}'.isBlank()")
class DemoConfiguration {

    private static final long SEED = 2026;

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
