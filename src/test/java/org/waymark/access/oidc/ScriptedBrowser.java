package org.waymark.access.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser that somebody signs in with: it keeps cookies, follows where it is sent, and fills in the provider's form. */
final class ScriptedBrowser {

    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI service;
    private final List<URI> visited = new ArrayList<>();

    ScriptedBrowser(int port) {
        this.service = URI.create("http://127.0.0.1:" + port);
    }

    /** Signs in, and gives the last answer. */
    HttpResponse<String> signIn(String name) {
        HttpResponse<String> form = follow(get("/oauth2/authorization/waymark"));
        Matcher hidden = HIDDEN.matcher(form.body());
        if (!hidden.find()) {
            throw new AssertionError("no form to sign in with: " + form.statusCode() + " " + form.body());
        }
        String fields =
                "username=" + encoded(name) + "&password=" + encoded(name) + "&_csrf=" + encoded(hidden.group(1));
        return follow(send(HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        for (int step = 0; last.statusCode() / 100 == 3 && step < 10; step++) {
            URI next = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
            visited.add(next);
            last = send(HttpRequest.newBuilder(next).header("Accept", "text/html, */*;q=0.8"));
        }
        return last;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The header and the token that a call of this session needs. */
    String[] token() {
        JsonNode csrf = JsonMapper.shared().readTree(get("/api/session").body()).path("csrf");
        return new String[] {csrf.path("header").asString(), csrf.path("token").asString()};
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

    /** Every address that it was sent to. */
    List<URI> visited() {
        return visited;
    }

    /** The session's cookie at the service. */
    HttpCookie session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("waymark-session"))
                .findFirst()
                .orElseThrow();
    }

    /** Has another's cookie, as somebody who planted it. */
    void take(HttpCookie cookie) {
        HttpCookie copy = new HttpCookie(cookie.getName(), cookie.getValue());
        copy.setPath("/");
        copy.setVersion(0);
        cookies.getCookieStore().add(service, copy);
    }
}
