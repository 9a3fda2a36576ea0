package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.assessment.Json;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.RunningService;

/** Each page and each of its states, as somebody with a browser comes upon it. */
@RunningService
class PagesInABrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void before_anybody_signs_in(boolean script) {
        try (Visit visit = chromium.visit(port, 1280, script)) {
            visit.open("/").look("welcome-" + script);
            assertThat(visit.text()).contains("screener", "auditor");
            visit.press("Sign in").look("sign-in-" + script);
            visit.press("Sign in").look("sign-in-refused-" + script);
            assertThat(visit.text()).contains("There is a problem");
            visit.open("/young-people");
            assertThat(visit.heading()).isEqualTo("Sign in");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_decision_is_read_refused_and_confirmed(boolean script) throws Exception {
        String reference = "LCS-BROWSER-" + script;
        String decisionId = screened(reference);
        try (Visit visit = chromium.visit(port, 1280, script).signIn("screener")) {
            assertThat(visit.heading()).isEqualTo("Work list");
            visit.open("/young-people")
                    .look("find-" + script)
                    .press("Show what is known")
                    .look("find-empty-" + script);
            visit.page().getByLabel("Area").selectOption("sefton");
            visit.page().getByLabel("Reference").fill(reference);
            visit.press("Show what is known").look("person-" + script);
            assertThat(visit.text()).contains("Do not ring the house after 4 pm.");
            visit.follow("Open the decision").look("decision-" + script);
            assertThat(visit.heading()).isEqualTo("Safeguarding");

            visit.page().getByLabel("Why you agree").fill("Too short");
            visit.press("Confirm").look("decision-faulty-" + script);
            assertThat(visit.text()).contains("There is a problem", "30");
            assertThat(visit.page().getByLabel("Why you agree").inputValue()).isEqualTo("Too short");

            visit.page()
                    .getByLabel("Why you agree")
                    .fill("Three missing episodes in a month, and the school is worried as well.");
            visit.page().getByLabel("Missing three times in 30 days").check();
            visit.press("Confirm").look("decision-confirmed-" + script);
            assertThat(visit.text()).contains("Your decision is recorded", "Three missing episodes in a month");
            assertThat(visit.page().url()).contains("/decisions/" + decisionId);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_decision_is_printed_with_nothing_folded_away(boolean script) throws Exception {
        String decisionId = screened("LCS-PRINT-" + script);
        try (Visit visit = chromium.visit(port, 1280, script).signIn("screener")) {
            visit.open("/decisions/" + decisionId);
            assertThat(visit.offers("Print or save as PDF")).isEqualTo(script);
            assertThat(visit.text().contains("use the print command of your browser"))
                    .isNotEqualTo(script);

            String printed = visit.print("decision-printed-" + script);
            assertThat(printed)
                    .contains("LCS-PRINT-" + script + ", decision " + decisionId)
                    .contains("Missing three times in 30 days", "What was entered", "LCS-PRINT-" + script)
                    .doesNotContain("Why you agree", "Print or save", "print command", "Sign out");
            assertThat(printed.indexOf("Do not ring the house after 4 pm."))
                    .as("how to make contact safely comes before why")
                    .isBetween(0, printed.indexOf("Missing three times in 30 days"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_young_person_is_screened_by_the_form(boolean script) {
        String reference = "LCS-FORM-" + script;
        try (Visit visit = chromium.visit(port, 1280, script).signIn("screener")) {
            visit.open("/areas/sefton/young-people/" + reference);
            visit.press("Screen this young person").look("overview-" + script);
            assertThat(visit.heading()).isEqualTo("Screen a young person");
            visit.follow("Who this is about").look("about-" + script);
            visit.page().getByLabel("Who made contact?").selectOption("school");
            visit.page().getByLabel("Date of birth").fill("the second of May");
            visit.press("Save and continue");
            assertThat(visit.heading()).isEqualTo("First pass");
            visit.look("first-pass-" + script);
            visit.page().locator("[id='going-missing-yes']").check();
            visit.page().locator("[id='going-missing.dates']").fill("1/11/2026, 12/11/2026, 20 November 2026");
            visit.page().locator("[id='going-missing.source']").selectOption("police");
            visit.look("first-pass-more-" + script).press("Save and come back later");
            assertThat(visit.heading()).isEqualTo("Screen a young person");
            visit.follow("What people say").look("people-" + script);
            visit.page().getByLabel("How can we make contact safely?").fill("Ring the school, not the house.");
            visit.press("Save and continue").look("check-" + script);
            assertThat(visit.text()).contains("1/11/2026", "Ring the school");
            visit.press("Screen and record").look("check-faulty-" + script);
            assertThat(visit.text()).contains("There is a problem", "the second of May");

            visit.page().locator(".govuk-error-summary a").first().click();
            visit.page().getByLabel("Date of birth").fill("2 5 2012");
            visit.press("Save and come back later");
            visit.press("Check your answers").press("Screen and record").look("screened-" + script);
            assertThat(visit.heading()).isEqualTo("Safeguarding");
            assertThat(visit.text()).contains("Ring the school", "Missing three times in 30 days");
            visit.press("Answer these and screen again");
            visit.follow("What nobody has asked yet").look("next-" + script);
            visit.open("/drafts").look("drafts-" + script);
            assertThat(visit.text()).contains(reference);
        }
    }

    @Test
    void what_is_typed_is_saved_by_itself_and_never_over_what_another_window_saved() {
        try (Visit visit = chromium.visit(port, 1280, true).signIn("screener")) {
            visit.open("/areas/sefton/young-people/LCS-TYPED").press("Screen this young person");
            visit.follow("What people say");
            String address = visit.page().url();
            visit.page().getByLabel("What is going well?").fill("Comes to school every day.");
            visit.page().getByText("Saved by itself").waitFor();

            com.microsoft.playwright.Page other = visit.page().context().newPage();
            other.navigate(address);
            assertThat(other.getByLabel("What is going well?").inputValue()).isEqualTo("Comes to school every day.");
            other.getByLabel("What does the child say?").fill("Wants to see his sister.");
            other.getByText("Saved by itself").waitFor();

            visit.page().getByLabel("What is going well?").fill("Comes to school on most days.");
            visit.page().getByText("in another window meanwhile").waitFor();
            visit.press("Save and continue").look("stale");
            assertThat(visit.page().getByLabel("What is going well?").inputValue())
                    .isEqualTo("Comes to school on most days.");
        }
    }

    @Test
    void whoever_types_for_long_is_told_before_their_session_ends_and_may_stay() {
        try (Visit visit = chromium.visit(port, 1280, true)) {
            com.microsoft.playwright.Page page = visit.page();
            page.clock().install();
            visit.signIn("screener").open("/young-people");
            page.getByLabel("Reference").fill("LCS-TYPED-FOR-LONG");
            page.clock().fastForward("27:59");
            assertThat(page.getByText("You will be signed out").isVisible()).isFalse();
            page.clock().fastForward("00:02");
            visit.look("session-ends");
            visit.press("Stay signed in");
            page.getByText("You will be signed out")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            page.clock().fastForward("28:01");
            page.clock().fastForward("02:06");
            page.getByText("You will be signed out")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            com.microsoft.playwright.Page other = page.context().newPage();
            other.navigate("/");
            other.getByText("Sign out").click();
            page.clock().fastForward("28:01");
            page.clock().fastForward("02:06");
            page.getByText("You are signed out.").waitFor();
            visit.look("session-ended");
            assertThat(page.getByLabel("Reference").inputValue()).isEqualTo("LCS-TYPED-FOR-LONG");
        }
    }

    @Test
    void what_is_nowhere_and_what_is_not_for_somebody_are_pages_too() throws Exception {
        try (Visit visit = chromium.visit(port, 1280, true).signIn("auditor")) {
            visit.open("/decisions/00000000000000000000000000").look("not-found");
            assertThat(visit.heading()).isEqualTo("Page not found");
            visit.open("/areas/sefton/young-people/NOBODY-KNOWS").look("person-nothing");
            assertThat(visit.text()).contains("Nothing is recorded here");
        }
        try (Visit visit = chromium.visit(port, 1280, true).signIn("policy")) {
            visit.open("/young-people").look("forbidden");
            assertThat(visit.heading()).isEqualTo("You cannot see this page");
        }
    }

    private String screened(String reference) throws Exception {
        String sample = Files.readString(Path.of("samples", "missing-three-times.json"))
                .replace("LCS-55512", reference)
                .replace("MASH-2026-000123", "MASH-" + reference);
        return Json.read(Api.send(Api.at(port, "screener")
                                .request("/api/assessments")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(sample)))
                        .body())
                .path("decisionId")
                .asString();
    }
}
