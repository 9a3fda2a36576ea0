package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.Proofs;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.SignedNote.Check;
import org.waymark.trail.log.Verifier;
import tools.jackson.databind.JsonNode;

/** Whoever is signed in can hold the service to what it signed. */
@RunningService
class LogTest {

    @LocalServerPort
    int port;

    private Api screener;
    private Api auditor;

    @BeforeEach
    void signIn() {
        screener = Api.at(port, "screener");
        auditor = Api.at(port, "auditor");
    }

    @Test
    void what_is_recorded_is_in_the_next_checkpoint_and_proven() {
        SignedNote before = checkpointNow();
        String decisionId = json(screener.submit(Contact.about("LCS-9001").json()))
                .path("decisionId")
                .asString();
        JsonNode proof = json(screener.get("/api/decisions/" + decisionId + "/proof"));
        SignedNote note = SignedNote.parse(proof.path("checkpoint").asString());
        assertThat(note.check(key())).isEqualTo(Check.VERIFIED);
        Checkpoint checkpoint = Checkpoint.of(note);
        assertThat(checkpoint.size()).isEqualTo(proof.path("size").asLong());
        assertThat(checkpoint.size()).isGreaterThan(Checkpoint.of(before).size());
        String query = "?leaf=" + proof.path("leaf").asLong() + "&size=" + checkpoint.size();
        assertThat(json(auditor.get("/api/log/inclusion" + query)).path("proof"))
                .isEqualTo(proof.path("proof"));
    }

    @Test
    void a_later_checkpoint_continues_an_earlier_one() {
        Checkpoint before = Checkpoint.of(checkpointNow());
        screener.submit(Contact.about("LCS-9002").json());
        Checkpoint after = Checkpoint.of(checkpointNow());
        JsonNode proof = json(auditor.get("/api/log/consistency?from=" + before.size() + "&to=" + after.size()));
        List<Hash> hashes = proof.path("proof")
                .valueStream()
                .map(JsonNode::asString)
                .map(Hash::fromBase64)
                .toList();
        assertThat(Proofs.verifyConsistency(before.size(), after.size(), before.root(), after.root(), hashes))
                .isTrue();
        assertThat(auditor.get("/api/log/checkpoint").body()).isNotBlank();
    }

    @Test
    void what_cannot_be_proven_is_a_fault_of_the_question() {
        for (String path : List.of(
                "/api/log/inclusion?leaf=1&size=999999999",
                "/api/log/inclusion?leaf=-1&size=1",
                "/api/log/inclusion?leaf=1",
                "/api/log/consistency?from=2&to=1",
                "/api/log/consistency?from=a&to=1")) {
            assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(400);
        }
        assertThat(auditor.get("/api/decisions/none/proof").statusCode()).isEqualTo(404);
    }

    @Test
    void everything_is_verified_in_the_background() throws Exception {
        screener.submit(Contact.about("LCS-9003").json());
        assertThat(auditor.submit("/api/verifications", BodyPublishers.noBody()).statusCode())
                .isEqualTo(202);
        JsonNode shown = json(auditor.get("/api/verifications/latest"));
        while (shown.path("state").asString().equals("running")) {
            Thread.sleep(100);
            shown = json(auditor.get("/api/verifications/latest"));
        }
        assertThat(shown.path("faults")).isEmpty();
        assertThat(shown.path("verified").asBoolean()).isTrue();
        assertThat(shown.path("linesRead").asLong())
                .isGreaterThan(shown.path("entries").asLong());
    }

    @Test
    void who_takes_a_trail_away_is_recorded() {
        screener.submit(Contact.about("LCS-9004").json());
        auditor.get("/api/areas/sefton/young-people/LCS-9004/trail/export");
        assertThat(json(auditor.get("/api/areas/sefton/young-people/LCS-9004/readers"))
                        .toString())
                .contains("\"export\"", "\"auditor\"");
    }

    @Test
    void a_screener_makes_no_checkpoint() {
        assertThat(screener.submit("/api/log/checkpoints", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(403);
    }

    private Verifier key() {
        return Verifier.parse(screener.get("/api/log/key").body().strip());
    }

    private SignedNote checkpointNow() {
        HttpResponse<String> answer = auditor.submit("/api/log/checkpoints", BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(200);
        return SignedNote.parse(answer.body());
    }
}
