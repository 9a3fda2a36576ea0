package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.ruleset.RuleFiles;
import org.waymark.trail.proof.Anchor;
import org.waymark.trail.proof.Report;
import org.waymark.trail.proof.Verification;
import org.waymark.trail.sealing.SealedLog;

/** What the service gives out is verified by whoever has its public key. */
@RunningService
class ExportsTest {

    @LocalServerPort
    int port;

    @Autowired
    SealedLog log;

    private Report verified(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).startsWith("attachment"));
        return new Verification(
                        new Anchor(List.of(log.verifier()), List.of(), List.of()),
                        files -> RuleFiles.of(files).hash())
                .of(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_decision_a_person_and_the_whole_log_prove_themselves() throws IOException {
        Api screener = Api.at(port, "screener");
        Api auditor = Api.at(port, "auditor");
        screener.dryRun(Contact.about("LCS-700").json());
        String decision = Api.json(screener.submit(Contact.about("LCS-700").json()))
                .path("decisionId")
                .asString();

        Report capsule = verified(auditor.get("/api/decisions/" + decision + "/capsule"));
        assertThat(capsule.faults()).isEmpty();
        assertThat(capsule.counts().ruleSets()).isEqualTo(1);
        Report person = verified(auditor.get("/api/areas/sefton/young-people/LCS-700/trail/export"));
        assertThat(person.faults()).isEmpty();
        assertThat(person.counts().entries())
                .as("tried, screened, and taken away twice")
                .isEqualTo(4);
        Report whole = verified(auditor.get("/api/log/export"));
        assertThat(whole.faults()).isEmpty();
        assertThat(whole.counts().entries()).isGreaterThan(2);

        long size = person.checkpoint().size();
        assertThat(verified(auditor.get("/api/decisions/" + decision + "/capsule?continues=" + size))
                        .faults())
                .isEmpty();
    }

    @Test
    void after_erasing_all_verifies_and_nothing_of_the_person_is_in_any_file() throws IOException {
        Api screener = Api.at(port, "screener");
        Api auditor = Api.at(port, "auditor");
        String decision = Api.json(screener.submit(Contact.about("LCS-710").json()))
                .path("decisionId")
                .asString();
        assertThat(auditor.get("/api/log/export").body()).contains("LCS-710");
        HttpResponse<String> erased = Api.at(port, "manager")
                .submit("/api/areas/sefton/young-people/LCS-710/erasure", BodyPublishers.ofString("""
                        {"reasonCode": "misfiled", "reason": "Recorded about the wrong child, who has no contact.",
                         "confirm": "LCS-710"}"""));
        assertThat(erased.statusCode()).as(erased.body()).isLessThan(300);

        for (String path : List.of(
                "/api/log/export",
                "/api/areas/sefton/young-people/LCS-710/trail/export",
                "/api/decisions/" + decision + "/capsule")) {
            HttpResponse<String> answer = auditor.get(path);
            assertThat(verified(answer).faults()).as(path).isEmpty();
            assertThat(verified(answer).counts().erased()).as(path).isPositive();
            assertThat(answer.body()).as(path).doesNotContain("LCS-710");
        }
    }

    @Test
    void what_is_not_there_is_not_exported() {
        Api auditor = Api.at(port, "auditor");
        assertThat(auditor.get("/api/decisions/none/capsule").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/api/areas/sefton/young-people/NOBODY/trail/export")
                        .statusCode())
                .isEqualTo(404);
        assertThat(auditor.get("/api/decisions/none/capsule?continues=ten").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_continuation_that_would_not_be_shown_is_refused() {
        Api screener = Api.at(port, "screener");
        Api auditor = Api.at(port, "auditor");
        screener.submit(Contact.about("LCS-720").json());
        String export = "/api/areas/sefton/young-people/LCS-720/trail/export";
        for (String slip : List.of("?continue=1", "?continues=999999999", "?continues=")) {
            HttpResponse<String> answer = auditor.get(export + slip);
            assertThat(answer.statusCode()).as(slip).isEqualTo(400);
            assertThat(Api.json(answer).path("detail").asString()).isNotBlank();
        }
        assertThat(Api.json(auditor.get("/api/log/inclusion?leaf=0"))
                        .path("detail")
                        .asString())
                .startsWith("`size` is missing");
        assertThat(Api.json(auditor.get("/api/areas/sefton/young-people/LCS-720/readers"))
                        .path("readers"))
                .as("nothing was taken away")
                .isEmpty();
    }
}
