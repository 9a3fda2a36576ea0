package org.waymark.pages;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.intake.http.OwnStore;

/** The first day with what the pages do by themselves. */
@SpringBootTest(classes = Waymark.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OwnStore.class)
@DirtiesContext
class FirstDayTest extends FirstDay {

    FirstDayTest() {
        super(true);
    }
}
