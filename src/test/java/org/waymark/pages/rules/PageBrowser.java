package org.waymark.pages.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser without script: it follows redirects, keeps the session, and sends each form's own token. */
final class PageBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;
    private HttpResponse<String> page;

    private PageBrowser(String address) {
        this.address = address;
        this.page =
                send(HttpRequest.newBuilder(URI.create(address + "/sign-in")).GET());
    }

    static PageBrowser signedIn(int port, String user, String password) {
        PageBrowser browser = new PageBrowser("http://127.0.0.1:" + port);
        browser.submit("/sign-in", "user", user, "password", password);
        assertThat(browser.status()).as(user + " signs in").isEqualTo(200);
        return browser;
    }

    PageBrowser open(String path) {
        page = send(HttpRequest.newBuilder(URI.create(address + path)).GET());
        return this;
    }

    /** Sends a form of the page that is open: its fields by name and value, one after the other. */
    PageBrowser submit(String path, String... fields) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as("a form with a token in\n" + page.body()).isTrue();
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token.group(1))));
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + encoded(fields[i + 1]));
        }
        page = send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
        return this;
    }

    int status() {
        return page.statusCode();
    }

    /** The page without its tags, as it reads. */
    String text() {
        return unescaped(page.body().replaceAll("(?s)<[^>]+>", "")).replaceAll("\\s+", " ");
    }

    /** Where it is. */
    String path() {
        return page.uri().getPath();
    }

    boolean looksAgain() {
        return page.headers().firstValue("Refresh").isPresent();
    }

    /** What stands in a field. */
    String field(String name) {
        Matcher input =
                Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*>").matcher(page.body());
        if (input.find()) {
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group());
            return value.find() ? unescaped(value.group(1)) : "";
        }
        Matcher area = Pattern.compile("(?s)<textarea[^>]*name=\"" + name + "\"[^>]*>(.*?)</textarea>")
                .matcher(page.body());
        assertThat(area.find()).as("a field `" + name + "`").isTrue();
        return unescaped(area.group(1));
    }

    private static String unescaped(String html) {
        String text = html;
        for (Map.Entry<String, String> one :
                Map.of("&quot;", "\"", "&#39;", "'", "&lt;", "<", "&gt;", ">").entrySet()) {
            text = text.replace(one.getKey(), one.getValue());
        }
        return text.replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
