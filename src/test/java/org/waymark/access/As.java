package org.waymark.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.waymark.access.oidc.ProviderProcess;
import org.waymark.intake.http.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who calls with a token of the provider.
 *
 * @param name such as `screener.sefton`: role and area
 */
record As(int port, String name) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    As who(String other) {
        return new As(port, other);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> call(Route route, String path, String body) {
        String type = route.isPage()
                ? "application/x-www-form-urlencoded"
                : path.endsWith(":batch") ? "application/x-ndjson" : "application/json";
        return send(request(path)
                .header("Content-Type", type)
                .method(route.method().name(), BodyPublishers.ofString(body)));
    }

    HttpResponse<String> submit(String contact) {
        return post("/api/assessments", contact);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                Api.at(port, "").anonymous(path).header("Authorization", "Bearer " + ProviderProcess.tokenOf(name));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return Api.send(request);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return MAPPER.readTree(answer.body());
    }

    /** What the contract's example says, of another young person, with some fields of `youngPerson` beside. */
    static ObjectNode contact(String area, String reference, String assessmentId) {
        try {
            ObjectNode contact = (ObjectNode)
                    MAPPER.readTree(Files.readString(Path.of("src/test/resources/assessment/contract-example.json")));
            contact.put("assessmentId", assessmentId);
            contact.put("sourceSystem", "hub");
            contact.remove("contactGroup");
            contact.remove("context");
            ObjectNode young = (ObjectNode) contact.path("youngPerson");
            young.put("area", area);
            young.put("reference", reference);
            young.remove("placedByArea");
            young.remove("previousReferences");
            return contact;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }
}
