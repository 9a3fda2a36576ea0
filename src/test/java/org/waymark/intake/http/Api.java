package org.waymark.intake.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as one of its users does. */
public final class Api {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String address;
    private final String user;

    private Api(String address, String user) {
        this.address = address;
        this.user = user;
    }

    public static Api at(int port, String user) {
        return new Api("http://127.0.0.1:" + port, user);
    }

    Api as(String other) {
        return new Api(address, other);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> submit(String body) {
        return submit("/api/assessments", BodyPublishers.ofString(body));
    }

    HttpResponse<String> dryRun(String body) {
        return submit("/api/assessments?dryRun=true", BodyPublishers.ofString(body));
    }

    HttpResponse<String> submit(String path, BodyPublisher body) {
        return send(request(path).header("Content-Type", "application/json").POST(body));
    }

    /** The entries about a young person of Sefton. */
    JsonNode trailOf(String reference) {
        HttpResponse<String> answer = get("/api/areas/sefton/young-people/" + reference + "/trail");
        return json(answer).path("entries");
    }

    public HttpRequest.Builder request(String path) {
        String secret = user + ":" + RunningService.PASSWORD;
        String encoded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        return anonymous(path).header("Authorization", "Basic " + encoded);
    }

    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
