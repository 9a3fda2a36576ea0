package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.assessment.AssessmentSchema;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.Json;
import org.waymark.ruleset.RuleSetInForce;

/** Says what may be observed, for people who ask and for programs that submit. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class FactorsController {

    private final RuleSetInForce inForce;

    FactorsController(RuleSetInForce inForce) {
        this.inForce = inForce;
    }

    @GetMapping("/factors")
    @Operation(operationId = "listFactors", summary = "The factor catalogue in force")
    @ApiResponse(
            responseCode = "200",
            description = "Every factor, in the order of the catalogue.",
            content = @Content(schema = @Schema(ref = "Factors")))
    @Problems("503")
    ResponseEntity<byte[]> factors() {
        Catalogue catalogue = inForce.require().ruleSet().catalogue();
        List<Map<String, Object>> factors = catalogue.factors().stream()
                .map(factor -> shown(factor, catalogue))
                .toList();
        return Answer.ok(Json.write(Map.of("factors", factors)));
    }

    private static Map<String, Object> shown(Factor factor, Catalogue catalogue) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", factor.id());
        shown.put("label", factor.label());
        shown.put("kind", factor.kind());
        shown.put("unit", factor.unit().isEmpty() ? null : factor.unit());
        shown.put("question", factor.question());
        shown.put("definition", factor.definition());
        shown.put("domain", factor.domain());
        shown.put("groups", groupsOf(factor, catalogue));
        shown.put("carries", factor.carries());
        shown.put("protectiveAnswer", factor.protectiveAnswer());
        shown.put("raiseOnly", factor.raiseOnly());
        shown.put("offence", factor.offence());
        shown.put("source", factor.source());
        return shown;
    }

    private static List<String> groupsOf(Factor factor, Catalogue catalogue) {
        return catalogue.groups().stream()
                .filter(group -> catalogue.group(group).contains(factor.id()))
                .toList();
    }

    @GetMapping("/schemas/assessment.json")
    @Operation(
            operationId = "getAssessmentSchema",
            summary = "The JSON Schema of an assessment, with the factors of the catalogue in force")
    @ApiResponse(
            responseCode = "200",
            description = "A JSON Schema of draft 2020-12.",
            content = @Content(schema = @Schema(type = "object")))
    @Problems("503")
    ResponseEntity<byte[]> schema() {
        return Answer.ok(AssessmentSchema.with(inForce.require().ruleSet().catalogue()));
    }
}
