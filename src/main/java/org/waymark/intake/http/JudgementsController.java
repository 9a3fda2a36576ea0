package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.casework.JudgementRefusal;
import org.waymark.casework.Judgements;

/** Takes in what people decide, and what came of it. Each call is answered with the decision as it then stands. */
@RestController
@RequestMapping(
        path = "/api/decisions/{decisionId}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class JudgementsController {

    private static final String STANDS = "Recorded; the decision as it stands now.";

    private final Judgements judgements;

    JudgementsController(Judgements judgements) {
        this.judgements = judgements;
    }

    @PostMapping("/confirmation")
    @Operation(
            operationId = "confirmDecision",
            summary = "Agree with a decision, in your own words",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Confirmation"))))
    @ApiResponse(responseCode = "201", description = STANDS, content = @Content(schema = @Schema(ref = "Decision")))
    @Problems({"400", "404", "409", "410", "413", "415", "422", "503"})
    ResponseEntity<byte[]> confirm(@PathVariable String decisionId, HttpServletRequest request, Principal user)
            throws JudgementRefusal {
        return created(decisionId, judgements.confirm(decisionId, Body.of(request), user.getName()));
    }

    @PostMapping("/override")
    @Operation(
            operationId = "overrideDecision",
            summary = "Decide otherwise; what is lower waits for a manager who is somebody else",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Override"))))
    @ApiResponse(responseCode = "201", description = STANDS, content = @Content(schema = @Schema(ref = "Decision")))
    @Problems({"400", "404", "409", "410", "413", "415", "422", "503"})
    ResponseEntity<byte[]> override(@PathVariable String decisionId, HttpServletRequest request, Principal user)
            throws JudgementRefusal {
        return created(decisionId, judgements.override(decisionId, Body.of(request), user.getName()));
    }

    @PostMapping("/countersignature")
    @Operation(
            operationId = "countersignOverride",
            summary = "Answer a downward override; not its author",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Countersignature"))))
    @ApiResponse(responseCode = "201", description = STANDS, content = @Content(schema = @Schema(ref = "Decision")))
    @Problems({"400", "404", "409", "410", "413", "415", "422", "503"})
    ResponseEntity<byte[]> countersign(@PathVariable String decisionId, HttpServletRequest request, Principal user)
            throws JudgementRefusal {
        return created(decisionId, judgements.countersign(decisionId, Body.of(request), user.getName()));
    }

    @PostMapping("/outcomes")
    @Operation(
            operationId = "noteOutcome",
            summary = "Say what came of a decision; it counts in the history of the next screening",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "OutcomeNote"))))
    @ApiResponse(responseCode = "201", description = STANDS, content = @Content(schema = @Schema(ref = "Decision")))
    @Problems({"400", "404", "409", "410", "413", "415", "422", "503"})
    ResponseEntity<byte[]> note(@PathVariable String decisionId, HttpServletRequest request, Principal user)
            throws JudgementRefusal {
        return created(decisionId, judgements.note(decisionId, Body.of(request), user.getName()));
    }

    @PostMapping("/correction")
    @Operation(
            operationId = "correctRecord",
            summary = "Put right what the decision's assessment said, or withdraw a contact about the wrong child",
            description =
                    "What was recorded stays, and this decision with it; later screenings see what was put right.",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Correction"))))
    @ApiResponse(responseCode = "201", description = STANDS, content = @Content(schema = @Schema(ref = "Decision")))
    @Problems({"400", "404", "409", "410", "413", "415", "422", "503"})
    ResponseEntity<byte[]> correct(@PathVariable String decisionId, HttpServletRequest request, Principal user)
            throws JudgementRefusal {
        return created(decisionId, judgements.correct(decisionId, Body.of(request), user.getName()));
    }

    @PostMapping("/review")
    @Operation(
            operationId = "reviewDecision",
            summary = "Say that you looked at a decision, and what you found",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Review"))))
    @ApiResponse(responseCode = "201", description = STANDS, content = @Content(schema = @Schema(ref = "Decision")))
    @Problems({"400", "404", "409", "410", "413", "415", "422", "503"})
    ResponseEntity<byte[]> review(@PathVariable String decisionId, HttpServletRequest request, Principal user)
            throws JudgementRefusal {
        return created(decisionId, judgements.review(decisionId, Body.of(request), user.getName()));
    }

    private static ResponseEntity<byte[]> created(String decisionId, String decision) {
        return Answer.json(ResponseEntity.created(URI.create("/api/decisions/" + decisionId)), decision);
    }
}
