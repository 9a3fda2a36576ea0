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
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.Json;
import org.waymark.casework.ConflictingAssessment;
import org.waymark.casework.Screened;
import org.waymark.casework.Screening;

/** Takes assessments in. */
@RestController
class AssessmentController {

    private static final String DRY_RUN = "dryRun";
    private static final String TRUE = "true";
    private static final Set<String> TRUE_OR_FALSE = Set.of(TRUE, "false");

    private final Screening screening;

    AssessmentController(Screening screening) {
        this.screening = screening;
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
            parameters =
                    @Parameter(
                            name = DRY_RUN,
                            in = ParameterIn.QUERY,
                            description =
                                    "true: say what the decision would be, and record none. false, or left out: decide.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"true", "false"})),
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
    @Problems({"400", "409", "413", "415", "422", "503"})
    ResponseEntity<byte[]> submit(HttpServletRequest request, Principal user)
            throws InvalidAssessment, ConflictingAssessment {
        boolean dryRun = isDryRun(request.getParameterMap());
        byte[] body = Body.of(request);
        if (dryRun) {
            return Answer.ok(screening.dryRun(body, user.getName()).decision());
        }
        Screened screened = screening.screen(body, user.getName());
        return screened.repeat() ? Answer.ok(screened.decision()) : created(screened.decision());
    }

    private static ResponseEntity<byte[]> created(String decision) {
        String decisionId = Json.read(decision).path("decisionId").asString();
        return Answer.json(ResponseEntity.created(URI.create("/api/decisions/" + decisionId)), decision);
    }

    /** A slip in the one word that keeps a try from becoming a decision must not make it one. */
    private static boolean isDryRun(Map<String, String[]> parameters) {
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            String[] values = parameter.getValue();
            if (!parameter.getKey().equals(DRY_RUN) || values.length != 1 || !TRUE_OR_FALSE.contains(values[0])) {
                throw new Refused(
                        ProblemKind.BAD_REQUEST,
                        "the address allows `?dryRun=true` or `?dryRun=false` and nothing else after it; leave it out"
                                + " to have a decision recorded");
            }
        }
        return parameters.containsKey(DRY_RUN) && parameters.get(DRY_RUN)[0].equals(TRUE);
    }
}
