package org.waymark.intake.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;

/**
 * A test against the whole service on a port of its own, with the rules of this repository and a store behind a line
 * that can be cut. All such tests share one service, so each is about young people of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Waymark.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "waymark.local-password=" + RunningService.PASSWORD)
@ContextConfiguration(initializers = StoreBehindALine.class)
public @interface RunningService {

    String PASSWORD = "a password for tests, not for use";
}
