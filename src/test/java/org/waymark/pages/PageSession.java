package org.waymark.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.RunningService;

/** A local user who signed in by the page for it, as a program plays it; one session for each of them. */
public final class PageSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Map<String, PageSession> SESSIONS = new ConcurrentHashMap<>();

    private final String address;
    private final String cookie;
    private final String token;

    private PageSession(String address, String cookie, String token) {
        this.address = address;
        this.cookie = cookie;
        this.token = token;
    }

    /** The session of that user. */
    public static PageSession of(int port, String user) {
        return SESSIONS.computeIfAbsent(port + "/" + user, key -> signIn("http://127.0.0.1:" + port, user));
    }

    private static PageSession signIn(String address, String user) {
        HttpResponse<String> page = Api.send(HttpRequest.newBuilder(URI.create(address + "/sign-in")));
        String form =
                "user=" + user + "&password=" + encoded(RunningService.PASSWORD) + "&_csrf=" + encoded(token(page));
        HttpResponse<String> signedIn = Api.send(HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Cookie", cookie(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        String cookie = cookie(signedIn);
        // Whoever may see nothing sees that on a page, which has the form to sign out.
        HttpResponse<String> any = Api.send(
                HttpRequest.newBuilder(URI.create(address + "/young-people")).header("Cookie", cookie));
        return new PageSession(address, cookie, token(any));
    }

    private static String cookie(HttpResponse<String> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no token in " + page.body());
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A request of the session, with what a form of it sends along. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", cookie)
                .header("X-CSRF-TOKEN", token);
    }
}
