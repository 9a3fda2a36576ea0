package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.intake.http.OwnStore;

/** Somebody who has never seen it is led through a demo: each step opens, and is about what it says. */
@SpringBootTest(
        classes = Waymark.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"waymark.demo=true", "waymark.demo.people=12"})
@ContextConfiguration(initializers = OwnStore.class)
@DirtiesContext
class TourTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    /** A user, what their step is about, and what its page has on it. */
    private static final List<List<String>> STEPS = List.of(
            List.of("screener", "What waits for somebody", "Work list"),
            List.of("screener", "The case of Chris", "NT-20417"),
            List.of("screener", "How to make contact safely", "Do not ring, write to or visit the home"),
            List.of("screener", "Unknown is never no", "Multi-agency child exploitation"),
            List.of("screener", "Screen somebody", "Show what is known"),
            List.of("manager", "Enforcement never stands alone", "KN-9034"),
            List.of("manager", "Two people for less", "Work list"),
            List.of("policy", "What the rules say", "Open the rule book"),
            List.of("auditor", "Find decisions", "Pathway"),
            List.of("auditor", "Who looked", "screener"),
            List.of("auditor", "Prove that nothing was changed", "Check the whole log now"),
            List.of("auditor", "What the public may know", "transparency record"));

    @Test
    void every_step_opens_and_says_what_to_look_at() {
        try (Visit visit = chromium.visit(port, 1280, true)) {
            visit.open("/").look("tour-welcome").follow("Take the tour of this demo");
            visit.look("tour");
            assertThat(visit.text()).contains(STEPS.size() + " things to look at");
            visit.follow("What waits for somebody");
            visit.page().getByLabel("User name").waitFor();
            String before = "";
            for (int i = 0; i < STEPS.size(); i++) {
                List<String> step = STEPS.get(i);
                if (!step.get(0).equals(before)) {
                    signInAs(visit, step.get(0), i == 0);
                    visit.open("/tour").follow(step.get(1));
                }
                before = step.get(0);
                assertThat(box(visit).innerText()).contains("Tour, step " + (i + 1) + " of 12", step.get(1));
                assertThat(box(visit).innerText()).doesNotContain("sign out");
                assertThat(visit.text()).as(step.get(1)).contains(step.get(2));
                if (i % 4 == 1) {
                    visit.look("tour-step-" + (i + 1));
                }
                if (i + 1 < STEPS.size()) {
                    visit.follow("Next: ");
                }
            }
        }
    }

    private static void signInAs(Visit visit, String user, boolean first) {
        if (!first) {
            assertThat(box(visit).innerText()).contains("This is for " + user);
            visit.press("Sign out");
        }
        visit.signIn(user);
    }

    private static Locator box(Visit visit) {
        return visit.page().locator(".waymark-tour");
    }
}
