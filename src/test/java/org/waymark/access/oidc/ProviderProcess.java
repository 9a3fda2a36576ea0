package org.waymark.access.oidc;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The one identity provider of all tests, in a process that ends with theirs. */
public final class ProviderProcess {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    /** Where it is, and how its tokens name it. */
    public static final String ISSUER = started();

    private ProviderProcess() {}

    private static String started() {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            IdentityProvider.class.getName(),
                            String.valueOf(port))
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitReady(process);
            return "http://127.0.0.1:" + port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(IdentityProvider.READY)) {
                Thread rest = new Thread(() -> lines.lines().forEach(System.err::println), "provider");
                rest.setDaemon(true);
                rest.start();
                return;
            }
            said.append(line).append(File.separatorChar == '\\' ? "\r\n" : "\n");
        }
        throw new IOException("the identity provider did not start: " + said);
    }

    /** The token that a program of that name gets, such as `auditor.sefton`, by client credentials. */
    public static String tokenOf(String name) {
        return TOKENS.computeIfAbsent(name, ProviderProcess::fetched);
    }

    private static String fetched(String name) {
        String credentials = Base64.getEncoder()
                .encodeToString((encoded(name) + ":" + encoded(name)).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(ISSUER + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whatever claims, signed by its key. */
    static String signed(Map<String, Object> claims) {
        return send(HttpRequest.newBuilder(URI.create(ISSUER + "/test/token"))
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(claims))))
                .body();
    }

    /** Its public key, as JSON. */
    static String key() {
        return send(HttpRequest.newBuilder(URI.create(ISSUER + "/test/key"))).body();
    }

    /** From now on another key signs, and the one before is no more. */
    static void changeKey() {
        send(HttpRequest.newBuilder(URI.create(ISSUER + "/test/new-key")).POST(BodyPublishers.noBody()));
        TOKENS.clear();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
