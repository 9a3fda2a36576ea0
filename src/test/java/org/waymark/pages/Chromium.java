package org.waymark.pages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the system, without a window. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it. Where the system has none the tests are left out, but never on the machine that says what lands. */
    static Chromium start() {
        Optional<Path> found = Stream.concat(
                        Optional.ofNullable(System.getenv("WAYMARK_CHROMIUM")).stream(), NAMES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (System.getenv("CI") == null) {
            assumeTrue(found.isPresent(), "no Chromium is installed: apt install chromium, or set WAYMARK_CHROMIUM");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(found.orElseThrow())
                        // As root, in a container, it has no sandbox of its own to be in.
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new Chromium(playwright, browser);
    }

    /** Somebody who is not signed in yet. */
    Visit visit(int port, int width, boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale("en-GB")
                .setJavaScriptEnabled(script)
                .setViewportSize(width, 900));
        return new Visit(context.newPage(), script);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
