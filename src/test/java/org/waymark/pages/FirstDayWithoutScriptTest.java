package org.waymark.pages;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.intake.http.OwnStore;

/** The first day where no script may run. */
@SpringBootTest(classes = Waymark.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OwnStore.class)
@DirtiesContext
class FirstDayWithoutScriptTest extends FirstDay {

    FirstDayWithoutScriptTest() {
        super(false);
    }
}
