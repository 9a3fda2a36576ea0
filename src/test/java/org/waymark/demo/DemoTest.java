package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.assessment.Json;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.OwnStore;
import tools.jackson.databind.JsonNode;

/** What `--demo` fills a service with, on the rules of this repository. */
@SpringBootTest(
        classes = Waymark.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"waymark.demo=true", "waymark.demo.people=60"})
@ContextConfiguration(initializers = OwnStore.class)
@DirtiesContext
class DemoTest {

    @LocalServerPort
    int port;

    @Test
    void there_is_something_to_see_for_everybody_and_the_case_of_chris() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> json("screener", "/api/work-list").path("lines").size() > 0);
        assertThat(json("auditor", "/api/areas/north-town/young-people/NT-20417/trail")
                        .path("entries"))
                .hasSizeGreaterThanOrEqualTo(9);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> json("auditor", "/api/decisions?reference=DEMO-00001")
                                .path("decisions")
                                .size()
                        > 0);
        JsonNode trail = json("auditor", "/api/areas/sefton/young-people/DEMO-00001/trail");
        assertThat(trail.toString()).doesNotContain("urn:waymark:problem:internal");
    }

    private JsonNode json(String user, String path) {
        return Json.read(Api.send(Api.at(port, user).request(path)).body());
    }
}
