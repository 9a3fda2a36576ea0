package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.trail.proof.Verifications;

/** Verifies everything that is recorded, in the background. */
@RestController
@RequestMapping(path = "/api/verifications", produces = MediaType.APPLICATION_JSON_VALUE)
class VerificationsController {

    private final Verifications verifications;

    VerificationsController(Verifications verifications) {
        this.verifications = verifications;
    }

    @PostMapping
    @Operation(
            operationId = "startVerification",
            summary = "Verify everything that is recorded: every entry, key, proof, rule set and checkpoint",
            description =
                    "It goes on in the background. Whoever does not trust the operator exports the log and verifies"
                            + " it on a machine of their own.")
    @ApiResponse(
            responseCode = "202",
            description = "It runs, this one or one that was started before.",
            content = @Content(schema = @Schema(ref = "Verification")))
    @Problems({"409", "503"})
    ResponseEntity<byte[]> start(Principal user) {
        return Answer.json(ResponseEntity.accepted(), verifications.start(user.getName()));
    }

    @GetMapping("/latest")
    @Operation(operationId = "getVerification", summary = "How far the last verification is, or what it found")
    @ApiResponse(
            responseCode = "200",
            description = "The last one on this node since it started.",
            content = @Content(schema = @Schema(ref = "Verification")))
    @Problems("404")
    ResponseEntity<byte[]> latest() {
        return verifications
                .latest()
                .map(Answer::ok)
                .orElseThrow(() -> new Refused(
                        ProblemKind.NOT_FOUND,
                        "nothing was verified on this node since it started; `POST /api/verifications` does it"));
    }
}
