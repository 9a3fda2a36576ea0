package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.RunningService;

/** Somebody who uses no mouse: everything is come to by the Tab key, in the order in which it is read, and is seen then. */
@RunningService
class KeyboardOnlyTest {

    private static final int MOST_TABS = 400;
    private static final String WHY = "Three missing episodes in a month, and the school is worried as well.";

    /** What has the focus: its name as it is read out, and whether it can be seen and stands behind what had it before. */
    private static final String FOCUSED = """
            () => {
              const one = document.activeElement;
              const name = one.labels?.[0]?.innerText || one.getAttribute('aria-label') || one.innerText || '';
              const box = one.getBoundingClientRect();
              const style = getComputedStyle(one);
              const before = window.waymarkFocused;
              const behind = !before || !before.isConnected
                || !!(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
              window.waymarkFocused = one;
              return [one.tagName, name.trim().replaceAll(/\\s+/g, ' '), box.width > 0 && box.height > 0
                && style.visibility !== 'hidden', behind, one.matches(':focus-visible')].map(String);
            }""";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Test
    void a_screener_finds_reads_and_confirms_a_decision() throws Exception {
        String reference = "LCS-KEYS";
        record(reference);
        try (Visit visit = chromium.visit(port, 1280, true)) {
            Page page = visit.open("/sign-in").page();
            assertThat(tab(page).get(1)).isEqualTo("Skip to main content");
            type(page, "User name", "screener");
            type(page, "Password", RunningService.PASSWORD);
            enter(page);
            assertThat(visit.heading()).isEqualTo("Work list");

            to(page, "Young people");
            enter(page);
            type(page, "Area", "sefton");
            type(page, "Reference", reference);
            enter(page);
            to(page, "Open the decision");
            enter(page);
            type(page, "Why you agree", "Too short");
            to(page, "Confirm");
            enter(page);
            assertThat(page.evaluate("() => document.activeElement.className").toString())
                    .as("what is wrong is read out first")
                    .contains("govuk-error-summary");
            tab(page);
            page.keyboard().press("Enter");
            assertThat(focused(page).get(1)).as("the fault leads to its field").isEqualTo("Why you agree");
            page.keyboard().press("Control+A");
            page.keyboard().type(WHY);
            to(page, "Confirm");
            enter(page);
            assertThat(visit.text()).contains("Your decision is recorded", WHY);
        }
    }

    @Test
    void the_form_is_filled_in_and_recorded() {
        try (Visit visit = chromium.visit(port, 1280, true).signIn("screener")) {
            Page page = visit.open("/areas/sefton/young-people/LCS-KEYS-2").page();
            to(page, "Screen this young person");
            enter(page);
            to(page, "First pass");
            enter(page);
            choose(page, "going-missing", 0);
            type(page, "On which dates?", "1/11/2026, 12/11/2026, 20/11/2026");
            to(page, "Save and continue");
            enter(page);
            page.goBack();
            to(page, "Save and come back later");
            enter(page);
            to(page, "Check your answers");
            enter(page);
            to(page, "Screen and record");
            enter(page);
            assertThat(visit.text()).contains("What nobody has asked yet");
        }
    }

    /** A group of answers is one stop; the arrows go through it. */
    private static void choose(Page page, String factor, int answer) {
        for (int i = 0; i < MOST_TABS; i++) {
            tab(page);
            boolean there = (Boolean) page.evaluate("name => document.activeElement.name === name", factor + ".answer");
            if (there) {
                page.keyboard().press("Space");
                for (int down = 0; down < answer; down++) {
                    page.keyboard().press("ArrowDown");
                }
                // Which of them has the focus first is the one that was chosen: not asked. The first is one arrow on.
                page.keyboard().press("ArrowDown");
                return;
            }
        }
        throw new AssertionError("nobody comes to the answers about " + factor + " with the Tab key");
    }

    private static void type(Page page, String field, String text) {
        to(page, field);
        page.keyboard().type(text);
    }

    private static void to(Page page, String name) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < MOST_TABS; i++) {
            List<String> focused = tab(page);
            if (focused.get(1).startsWith(name)) {
                return;
            }
            if (focused.get(0).equals("BODY")) {
                break;
            }
            passed.add(focused.get(1));
        }
        throw new AssertionError("nobody comes to `" + name + "` with the Tab key, only to " + passed);
    }

    private static List<String> tab(Page page) {
        page.keyboard().press("Tab");
        List<String> focused = focused(page);
        if (!focused.get(0).equals("BODY")) {
            assertThat(focused.subList(2, 5))
                    .as(
                            "`%s` is seen, stands behind what had the focus before, and shows that it has it",
                            focused.get(1))
                    .containsExactly("true", "true", "true");
        }
        return focused;
    }

    @SuppressWarnings("unchecked")
    private static List<String> focused(Page page) {
        return (List<String>) page.evaluate(FOCUSED);
    }

    private static void enter(Page page) {
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private void record(String reference) throws Exception {
        String sample = Files.readString(Path.of("samples", "missing-three-times.json"))
                .replace("LCS-55512", reference)
                .replace("MASH-2026-000123", "MASH-" + reference);
        assertThat(Api.send(Api.at(port, "screener")
                                .request("/api/assessments")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(sample)))
                        .statusCode())
                .isEqualTo(201);
    }
}
