package org.waymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.RunningService;

/** Every call of the guide for policy staff is one that there is, with fields that it has, by somebody who may make it. */
@RunningService
class PolicyGuideTest {

    private static final Path GUIDE = Path.of("docs/policy.md");
    private static final Pattern USER = Pattern.compile("-u \"\\$([A-Z]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("\"\\$API(/[^\"]*)\"");
    private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']+)'");
    private static final Pattern BODY = Pattern.compile("-d \"((?:[^\"\\\\]|\\\\.)*)\"");

    @LocalServerPort
    int port;

    static List<String> calls() throws Exception {
        return Files.readAllLines(GUIDE).stream()
                .filter(line -> line.contains("curl "))
                .toList();
    }

    @Test
    void the_guide_goes_all_the_way() throws Exception {
        assertThat(String.join("\n", calls()))
                .contains("/files", "/book", "?note=", "/check", "/submission", "/approval", "/activation\"")
                .contains("/activation/withdrawal", "$OLD/activation");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_of_the_guide_is_understood(String line) {
        String user = one(USER, line).orElseThrow().toLowerCase(java.util.Locale.ROOT);
        String path = one(ADDRESS, line).orElseThrow().replaceAll("\\$[A-Z]+", "none");
        var request = Api.at(port, user).request("/api" + path);
        HEADER.matcher(line).results().forEach(header -> request.header(header.group(1), header.group(2)));
        boolean posts = line.contains("-X POST") || line.contains(" -d ") || line.contains("--data-binary");
        if (posts) {
            request.POST(BodyPublishers.ofString(body(line)));
        }

        HttpResponse<String> answer = Api.send(request);

        // Nobody knows the version `none`, and what is no zip is told so: then all else was right.
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 404, 422);
        assertThat(answer.body())
                .doesNotContain("nothing is at this address", "unknown field", "unknown parameter", "is missing")
                .doesNotContain("must be");
    }

    private static String body(String line) {
        return one(BODY, line)
                .map(text -> text.replace("\\\"", "\"").replace("$WHY", "x").replaceAll("\\$[A-Z]+", "none"))
                .orElse("");
    }

    private static Optional<String> one(Pattern pattern, String line) {
        Matcher found = pattern.matcher(line);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
