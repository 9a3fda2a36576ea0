package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.waymark.intake.http.RunningService;

/** Somebody in front of a browser. What they see is looked at by axe, and kept as a picture under target/pages. */
final class Visit implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pages");
    private static final List<Integer> WIDTHS = List.of(320, 768, 1280);

    /** What a screen of 1,280 pixels is to somebody who has it twice as large; 320 is four times. */
    private static final int AT_200_PERCENT = 640;

    /** 180 mm, at 96 pixels an inch. */
    private static final int A4_WITHIN_ITS_MARGINS = 680;

    private final Page page;
    private final boolean script;

    Visit(Page page, boolean script) {
        this.page = page;
        this.script = script;
    }

    Page page() {
        return page;
    }

    Visit signIn(String user) {
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(RunningService.PASSWORD);
        press("Sign in");
        return this;
    }

    Visit open(String address) {
        page.navigate(address);
        return this;
    }

    Visit press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    Visit follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        return this;
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    String text() {
        return page.locator("main").innerText();
    }

    boolean offers(String button) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .isVisible();
    }

    /** What is on paper, which is kept as a PDF: nothing is wider than the sheet, and no form or folded text is on it. */
    String print(String name) {
        page.setViewportSize(A4_WITHIN_ITS_MARGINS, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertFits(name, A4_WITHIN_ITS_MARGINS);
        assertThat(page.locator("form:visible, nav:visible, button:visible").count())
                .as("%s: forms and navigation on paper", name)
                .isZero();
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll("main details:not(.waymark-no-print details) > div")]
                            .filter(one => !one.checkVisibility({contentVisibilityAuto: true}) || !one.offsetHeight)
                            .map(one => one.textContent.slice(0, 100))""")).as("%s: what is folded away", name).isEqualTo(List.of());
        String text = text();
        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(PICTURES.resolve(name + ".pdf")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return text;
    }

    /** Looks whether everybody can use this page, at each width; and keeps what it looks like. */
    Visit look(String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(name + "-" + width + ".png")));
            assertFits(name, width);
        }
        page.setViewportSize(AT_200_PERCENT, 450);
        assertFits(name, AT_200_PERCENT);
        page.setViewportSize(WIDTHS.get(WIDTHS.size() - 1), 900);
        assertThat(page.evaluate("() => document.compatMode"))
                .as("%s: a document of this century, which its style sheets are written for", name)
                .isEqualTo("CSS1Compat");
        assertThat(page.locator("h1").count()).as("%s: one heading", name).isEqualTo(1);
        assertThat(page.title()).as("%s: a title of its own", name).endsWith(" - Waymark");
        if (script) {
            assertEveryComponentStarted(name);
            axe(name);
        }
        return this;
    }

    private void assertFits(String name, int width) {
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("%s: nobody has to scroll sideways at %d pixels", name, width)
                .isLessThanOrEqualTo(width);
    }

    /** A component that found the page not ready for it says nothing: it leaves out its mark, and its work. */
    private void assertEveryComponentStarted(String name) {
        assertThat((List<?>) page.evaluate("""
                        () => [...document.querySelectorAll("[data-module^=govuk-]")]
                            .filter(one => !one.hasAttribute(`data-${one.dataset.module}-init`))
                            .map(one => one.outerHTML.slice(0, 200))"""))
                .as("%s: components that did not start", name)
                .isEmpty();
    }

    /** It is a script itself, and waits for ever where none may run. */
    private void axe(String name) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("%s: axe", name)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(3)
                                .toList())
                .isEmpty();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
