package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.Json;
import org.waymark.casework.CannotReplay;
import org.waymark.casework.ConflictingAssessment;
import org.waymark.casework.Explanations;
import org.waymark.casework.Screened;
import org.waymark.casework.Screening;
import org.waymark.casework.stream.Accounts;

/** Takes assessments in. */
@RestController
class AssessmentController {

    private final Screening screening;
    private final Explanations explanations;
    private final Accounts accounts;

    AssessmentController(Screening screening, Explanations explanations, Accounts accounts) {
        this.screening = screening;
        this.explanations = explanations;
        this.accounts = accounts;
    }

    @PostMapping(
            path = "/api/assessments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "submitAssessment",
            summary = "Screen an assessment, and record the decision",
            description = "The same assessment sent again is answered with the decision that was recorded first, and "
                    + "recorded once. With dryRun nothing is decided; that somebody tried is recorded.",
            parameters = {
                @Parameter(
                        name = Switches.DRY_RUN,
                        in = ParameterIn.QUERY,
                        description =
                                "true: say what the decision would be, and record none. false, or left out: decide.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"true", "false"})),
                @Parameter(
                        name = Switches.EXPLAIN,
                        in = ParameterIn.QUERY,
                        description = "true: say behind the decision what each pathway rests on, in `explanation`;"
                                + " of what is recorded it is no part.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"true", "false"}))
            },
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Assessment"))))
    @ApiResponse(
            responseCode = "201",
            description = "Decided and recorded.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the decision is.",
                            schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(ref = "Decision")))
    @ApiResponse(
            responseCode = "200",
            description = "The decision that was recorded first, for a repeat; for a dry run the one that it would be.",
            content = @Content(schema = @Schema(ref = "Decision")))
    @Problems({"400", "409", "410", "413", "415", "422", "503"})
    ResponseEntity<byte[]> submit(HttpServletRequest request, Principal user)
            throws InvalidAssessment, ConflictingAssessment, CannotReplay {
        Set<String> on = Switches.on(
                request, List.of(Switches.DRY_RUN, Switches.EXPLAIN), "leave `dryRun` out to have a decision recorded");
        boolean explain = on.contains(Switches.EXPLAIN);
        byte[] body = Body.of(request);
        if (on.contains(Switches.DRY_RUN)) {
            return Answer.ok(screening.dryRun(body, Caller.of(user), explain).decision());
        }
        Screened screened = screening.screen(body, Caller.of(user));
        boolean answered = false;
        try {
            ResponseEntity<byte[]> answer = answer(screened, explain);
            answered = true;
            return answer;
        } finally {
            tell(answered);
        }
    }

    private ResponseEntity<byte[]> answer(Screened screened, boolean explain) throws CannotReplay {
        String decision = screened.decision();
        String answer = explain ? explanations.recorded(idOf(decision)).orElseThrow() : decision;
        return screened.repeat() ? Answer.ok(answer) : created(idOf(decision), answer);
    }

    private void tell(boolean answered) {
        if (answered) {
            accounts.acknowledged(1);
        } else {
            accounts.notAcknowledged(1);
        }
    }

    private static String idOf(String decision) {
        return Json.read(decision).path("decisionId").asString();
    }

    private static ResponseEntity<byte[]> created(String decisionId, String answer) {
        return Answer.json(ResponseEntity.created(URI.create("/api/decisions/" + decisionId)), answer);
    }
}
