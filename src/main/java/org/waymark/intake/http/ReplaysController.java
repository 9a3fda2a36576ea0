package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.casework.CannotReplay;
import org.waymark.casework.Records;
import org.waymark.casework.Visitor;
import org.waymark.casework.nightly.NightlyReplay;
import org.waymark.casework.problem.ProblemKind;

/** Makes recorded decisions again, and shows what came of it. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class ReplaysController {

    private final Records records;
    private final NightlyReplay nightly;

    ReplaysController(Records records, NightlyReplay nightly) {
        this.records = records;
        this.nightly = nightly;
    }

    @GetMapping("/decisions/{decisionId}/replay")
    @Operation(
            operationId = "replayDecision",
            summary =
                    "A recorded decision made again, by the rules of then and of now, on the facts of then and of now",
            description = "By the rules of then on the facts of then the outcome must be the one that is recorded, byte"
                    + " for byte. Nothing is decided by it. That somebody read it is recorded first. Where the rules of"
                    + " then are not in force any more it may take the seconds that they take to be compiled.",
            parameters =
                    @Parameter(
                            name = Why.PARAMETER,
                            in = ParameterIn.QUERY,
                            description = Why.DESCRIBED,
                            schema = @Schema(type = "string", maxLength = 500)))
    @ApiResponse(
            responseCode = "200",
            description = "The four ways: what came out of each, and where it differs from what is recorded.",
            content = @Content(schema = @Schema(ref = "Replay")))
    @Problems({"404", "409", "422", "503"})
    ResponseEntity<byte[]> replay(@PathVariable String decisionId, HttpServletRequest request, Principal user)
            throws CannotReplay {
        return records.replay(
                        decisionId, new Visitor(user.getName(), Caller.of(user).areas(), Why.of(request), false))
                .map(Answer::ok)
                .orElseThrow(Unknown::decision);
    }

    @GetMapping("/replays/latest")
    @Operation(
            operationId = "getLatestReplay",
            summary = "When a sample of recorded decisions was last made again by itself, and what came out")
    @ApiResponse(
            responseCode = "200",
            description = "The last run, on whichever node it was.",
            content = @Content(schema = @Schema(ref = "ReplayRun")))
    @Problems({"404", "503"})
    ResponseEntity<byte[]> latest() {
        return nightly.latest()
                .map(Answer::ok)
                .orElseThrow(() -> new Refused(
                        ProblemKind.NOT_FOUND,
                        nightly.off()
                                ? "no decisions are made again by themselves: WAYMARK_REPLAY_SAMPLE or WAYMARK_REPLAY_EVERY"
                                        + " is 0"
                                : "no sample of decisions was made again yet; the first is due a day, or what"
                                        + " WAYMARK_REPLAY_EVERY says, after the first start"));
    }
}
