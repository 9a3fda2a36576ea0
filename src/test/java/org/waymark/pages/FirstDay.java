package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The day that the README leads a newcomer through, as it stands there, on the rules of this repository. It is played
 * with a script and without, each on a store of its own.
 */
abstract class FirstDay {

    private static final Pattern PRESSED = Pattern.compile("(?<!\\*)\\*([^*]+)\\*(?!\\*)");
    private static final String WHY = "Agreed by the policy board on 3 March 2026, minute 7.";
    private static final int LONGEST_WAIT = 600_000;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    private final boolean script;
    private final List<String> pressed = new ArrayList<>();

    FirstDay(boolean script) {
        this.script = script;
    }

    @Test
    void a_newcomer_screens_chris_changes_a_threshold_and_proves_the_decision() throws IOException {
        try (Visit visit = chromium.visit(port, 1280, script)) {
            screensChris(visit);
            changesAThreshold(visit);
            bringsItIntoForce(visit);
            provesTheDecision(visit);
        }
        assertThat(pressed).as("what the README says to press, in its order").isEqualTo(told());
    }

    private void screensChris(Visit visit) {
        signIn(visit, "screener");
        find(visit);
        assertThat(visit.text()).contains("Nothing is recorded here");
        press(visit, "Screen this young person");
        follow(visit, "Who this is about");
        visit.page().getByLabel("Who made contact?").selectOption("police");
        visit.page().getByLabel("Age in years").fill("13");
        press(visit, "Save and continue");
        visit.page().locator("[id='older-peers-or-controller-yes']").check();
        visit.page().locator("[id='gang-association-yet-to-clarify']").check();
        visit.page().locator("[id='cce-concern-yet-to-clarify']").check();
        press(visit, "Save and come back later");
        press(visit, "Check your answers");
        press(visit, "Screen and record");
        assertThat(visit.text()).contains("Safeguarding", "Multi-agency child exploitation (MACE)");
        look(visit, "first-day-chris");
        visit.page()
                .getByLabel("Why you agree")
                .fill("Older people direct him, and nobody asked what they want him for.");
        press(visit, "Confirm");
        assertThat(visit.text()).contains("Your decision is recorded");
        press(visit, "Sign out");
    }

    private void changesAThreshold(Visit visit) {
        signIn(visit, "policy");
        follow(visit, "Rules");
        follow(visit, "Open the rule book");
        visit.page().getByLabel("Search the rules").fill("SG-12");
        press(visit, "Search");
        follow(visit, "Change a figure");
        visit.page().locator("#figure-0").fill("28");
        press(visit, "Show what it would say");
        assertThat(visit.text()).contains("at least 3 times in the last 28 days", "Its tests hold");
        visit.page().locator("#reason").fill(WHY);
        look(visit, "first-day-figure");
        press(visit, "Make a draft");
        press(visit, "Try it on past cases");
        appears(visit, "a:text('Go on to send it for approval')");
        look(visit, "first-day-analysis");
        follow(visit, "Go on to send it for approval");
        press(visit, "Send for approval");
        appears(visit, "strong:text('Waiting for approval')");
        look(visit, "first-day-submitted");
        press(visit, "Sign out");
    }

    private void bringsItIntoForce(Visit visit) {
        signIn(visit, "approver");
        follow(visit, "Rules");
        follow(visit, "2026.2");
        visit.page().getByLabel("Why do you approve it?").fill(WHY);
        press(visit, "Approve");
        assertThat(visit.text()).contains("The version is approved");
        visit.page().getByLabel("Every area without a version of its own").check();
        visit.page()
                .getByLabel("Now", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .check();
        visit.page().getByLabel("Why is it put in force?").fill(WHY);
        look(visit, "first-day-approved");
        press(visit, "Put in force");
        assertThat(visit.text()).contains("Screenings go by it");
        press(visit, "Sign out");
    }

    private void provesTheDecision(Visit visit) {
        signIn(visit, "auditor");
        find(visit);
        follow(visit, "Open the decision");
        assertThat(visit.text()).contains("2026.1", "nobody asked what they want him for");
        follow(visit, "Prove it: check that this decision is as it was recorded");
        press(visit, "Prove it");
        assertThat(visit.text()).contains("Proven", "This decision is exactly as it was recorded");
        look(visit, "first-day-proven");
    }

    private void look(Visit visit, String name) {
        visit.look(script ? name : name + "-no-script");
    }

    private void signIn(Visit visit, String user) {
        visit.signIn(user);
        pressed.add("Sign in");
    }

    private void find(Visit visit) {
        follow(visit, "Young people");
        visit.page().getByLabel("Area").selectOption("north-town");
        visit.page().getByLabel("Reference").fill("NT-20417");
        press(visit, "Show what is known");
    }

    private void press(Visit visit, String button) {
        visit.press(button);
        pressed.add(button);
    }

    private void follow(Visit visit, String link) {
        visit.follow(link);
        pressed.add(link);
    }

    /** The pages look again by themselves. */
    private static void appears(Visit visit, String what) {
        visit.page()
                .locator(what)
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(LONGEST_WAIT));
    }

    private static List<String> told() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String day = readme.substring(readme.indexOf("\n1. *Sign in*"), readme.indexOf("\nMore: [policy]"));
        return PRESSED.matcher(day)
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " "))
                .toList();
    }
}
