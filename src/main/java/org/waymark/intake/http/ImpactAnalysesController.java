package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.assessment.Json;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.policy.Policy;
import org.waymark.policy.Version;
import org.waymark.policy.impact.Analysis;
import org.waymark.policy.impact.ImpactAnalyses;
import org.waymark.policy.impact.ImpactFilter;
import org.waymark.policy.impact.LookBacks;

/** Tries versions of the rules on what is recorded, before they are in force. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class ImpactAnalysesController {

    private static final String CANDIDATE = "candidate";
    private static final List<String> FIELDS = List.of(CANDIDATE, "from", "to", "area", "pathway");

    private final ImpactAnalyses analyses;
    private final LookBacks lookBacks;
    private final Policy policy;

    ImpactAnalysesController(ImpactAnalyses analyses, LookBacks lookBacks, Policy policy) {
        this.analyses = analyses;
        this.lookBacks = lookBacks;
        this.policy = policy;
    }

    @PostMapping(path = "/impact-analyses", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "startImpactAnalysis",
            summary = "Try a version against the one in force, on what is recorded; runs in the background",
            description = "Whoever has not all areas names one of theirs in `area`.",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "AnalysisRequest"))))
    @ApiResponse(
            responseCode = "202",
            description = "It waits for its turn, or runs.",
            content = @Content(schema = @Schema(ref = "Analysis")))
    @Problems({"400", "404", "413", "415", "422", "503"})
    ResponseEntity<byte[]> start(HttpServletRequest request, Principal user) {
        Form form = Form.of(request, FIELDS);
        String candidate = form.text(CANDIDATE);
        ImpactFilter filter = new ImpactFilter(
                day(form, "from"),
                day(form, "to"),
                form.optional("area").orElse(null),
                form.optional("pathway").orElse(null));
        form.orRefuse();
        Covered.by(Caller.of(user)).require(filter.area());
        Analysis started =
                analyses.start(candidate, filter, user.getName()).orElseThrow(() -> unknownVersion(candidate));
        return Answer.json(
                ResponseEntity.accepted().location(URI.create("/api/impact-analyses/" + started.id())),
                Json.write(shown(started)));
    }

    private static @Nullable LocalDate day(Form form, String field) {
        Optional<String> text = form.optional(field);
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeException notADay) {
            form.fault(field, "`" + text.orElse("") + "` is no day such as `2026-12-01`");
            return null;
        }
    }

    @GetMapping("/impact-analyses")
    @Operation(operationId = "listImpactAnalyses", summary = "The impact analyses, without their reports")
    @ApiResponse(
            responseCode = "200",
            description = "Each, and how far it is.",
            content = @Content(schema = @Schema(ref = "Analyses")))
    @Problems("503")
    ResponseEntity<byte[]> all(Principal user) {
        Covered covered = Covered.by(Caller.of(user));
        return Answer.ok(Json.write(Map.of(
                "analyses",
                analyses.all().stream()
                        .filter(covered::isAnalysis)
                        .map(ImpactAnalysesController::shown)
                        .toList())));
    }

    @GetMapping("/impact-analyses/{id}")
    @Operation(operationId = "getImpactAnalysis", summary = "An impact analysis, with its report once it is done")
    @ApiResponse(
            responseCode = "200",
            description = "How far it is; what it found.",
            content = @Content(schema = @Schema(ref = "Analysis")))
    @Problems({"404", "503"})
    ResponseEntity<byte[]> one(@PathVariable String id, Principal user) {
        Map<String, Object> shown = shown(covered(id, user));
        analyses.report(id).ifPresent(report -> shown.put("report", Json.read(report)));
        return Answer.ok(Json.write(shown));
    }

    @PostMapping("/impact-analyses/{id}/cancellation")
    @Operation(operationId = "cancelImpactAnalysis", summary = "Stop an impact analysis")
    @ApiResponse(
            responseCode = "200",
            description = "As it stands; one that was done stays so.",
            content = @Content(schema = @Schema(ref = "Analysis")))
    @Problems({"404", "503"})
    ResponseEntity<byte[]> cancel(@PathVariable String id, Principal user) {
        covered(id, user);
        return Answer.ok(Json.write(shown(analyses.cancel(id).orElseThrow(() -> unknown(id)))));
    }

    /** One of everything holds the references of everybody, so whoever has fewer areas does not find it. */
    private Analysis covered(String id, Principal user) {
        return analyses.analysis(id)
                .filter(Covered.by(Caller.of(user))::isAnalysis)
                .orElseThrow(() -> unknown(id));
    }

    @GetMapping("/rule-sets/{hash}/reviews")
    @Operation(
            operationId = "listReviews",
            summary = "Past decisions that may still be open and that this version, now in force, would make higher")
    @ApiResponse(
            responseCode = "200",
            description = "Each, and by when to look at it again, of all that was recorded until the version came into"
                    + " force; found in the background, so look whether it is complete.",
            content = @Content(schema = @Schema(ref = "Reviews")))
    @Problems({"404", "503"})
    ResponseEntity<byte[]> reviews(@PathVariable String hash, Principal user) {
        Version version = policy.ledger().version(hash).orElseThrow(() -> unknownVersion(hash));
        return Answer.ok(Json.write(Covered.by(Caller.of(user)).of(lookBacks.of(version, policy.now()))));
    }

    private static Map<String, Object> shown(Analysis analysis) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", analysis.id());
        shown.put("state", analysis.state());
        shown.put("candidate", analysis.candidate());
        shown.put("against", analysis.against());
        shown.put("filter", analysis.filter());
        shown.put("lookBack", analysis.lookBack());
        shown.put("done", analysis.done());
        shown.put("total", analysis.total());
        shown.put("startedBy", analysis.startedBy());
        shown.put("startedAt", analysis.startedAt());
        shown.put("endedAt", analysis.endedAt());
        shown.put("fault", analysis.fault());
        return shown;
    }

    private static Refused unknown(String id) {
        return new Refused(ProblemKind.NOT_FOUND, "there is no impact analysis `" + id + "`");
    }

    private static Refused unknownVersion(String hash) {
        return new Refused(ProblemKind.NOT_FOUND, "there is no version `" + hash + "` of the rules");
    }
}
