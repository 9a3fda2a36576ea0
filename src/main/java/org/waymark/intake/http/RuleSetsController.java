package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.assessment.Json;
import org.waymark.policy.Ledger;
import org.waymark.policy.Policy;
import org.waymark.ruleset.RuleSetInForce;

/** Says which rules screen. */
@RestController
@RequestMapping(path = "/api/rule-sets", produces = MediaType.APPLICATION_JSON_VALUE)
class RuleSetsController {

    /** A version of the rules, and since when this service screens by it. */
    record Version(String name, String hash, Instant since) {

        static Version of(RuleSetInForce.Ready ready) {
            return new Version(ready.ruleSet().name(), ready.ruleSet().hash(), ready.since());
        }
    }

    private final RuleSetInForce inForce;
    private final Policy policy;

    RuleSetsController(RuleSetInForce inForce, Policy policy) {
        this.inForce = inForce;
        this.policy = policy;
    }

    @GetMapping
    @Operation(operationId = "listRuleSets", summary = "The versions of the rules that this service has")
    @ApiResponse(
            responseCode = "200",
            description = "The versions, the first one first, each with how far it has come.",
            content = @Content(schema = @Schema(ref = "RuleSets")))
    ResponseEntity<byte[]> all() {
        Ledger ledger = policy.ledger();
        VersionJson shown = new VersionJson(ledger, policy.now());
        return Answer.ok(Json.write(
                Map.of("ruleSets", ledger.versions().stream().map(shown::line).toList())));
    }

    @GetMapping("/active")
    @Operation(operationId = "getActiveRuleSet", summary = "The version that screens now")
    @ApiResponse(
            responseCode = "200",
            description = "The version in force.",
            content = @Content(schema = @Schema(ref = "RuleSet")))
    @Problems("503")
    ResponseEntity<byte[]> active(
            @Parameter(description = "The area it screens for; left out, every area that has none of its own.")
                    @RequestParam(required = false)
                    @Nullable
                    String area) {
        return Answer.ok(Json.write(Version.of(area == null ? inForce.require() : inForce.require(area))));
    }
}
