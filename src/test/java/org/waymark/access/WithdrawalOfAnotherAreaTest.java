package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.access.oidc.WithAProvider;

/** Whoever names no area takes back what is ahead in all of them, so only who has all may leave them out. */
@WithAProvider
class WithdrawalOfAnotherAreaTest {

    private static final String WHY = "\"reason\": \"The training of the area is put off until spring.\"";
    private static final String SCHEDULED =
            "{\"areas\": [\"halton\"], \"seen\": [], \"from\": \"2099-01-01T00:00:00Z\", " + WHY + "}";

    @LocalServerPort
    int port;

    private String activation() {
        String hash =
                As.json(as("all").get("/api/rule-sets/active")).path("hash").asString();
        return "/api/rule-sets/" + hash + "/activation";
    }

    private As as(String area) {
        return new As(port, "approver." + area);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{" + WHY + "}", "{\"areas\": [], " + WHY + "}", "{\"areas\": [\"halton\"], " + WHY + "}"})
    void an_approver_of_one_area_does_not_take_back_what_comes_into_force_in_another(String body) {
        String path = activation();
        assertThat(as("all").post(path, SCHEDULED).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = as("sefton").post(path + "/withdrawal", body);

        assertThat(refused.body()).contains("urn:waymark:problem:foreign-area");
        HttpResponse<String> taken = as("all").post(path + "/withdrawal", "{" + WHY + "}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    }

    @Test
    void an_approver_of_that_area_takes_it_back_by_naming_it() {
        String path = activation();
        assertThat(as("halton").post(path, SCHEDULED).statusCode()).isEqualTo(200);
        HttpResponse<String> taken = as("halton").post(path + "/withdrawal", "{\"areas\": [\"halton\"], " + WHY + "}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    }
}
