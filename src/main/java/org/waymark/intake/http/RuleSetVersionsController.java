package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.LinkedHashSet;
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
import org.waymark.policy.Ledger;
import org.waymark.policy.Logged;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyEvent.Submitted;
import org.waymark.policy.PolicyRefusal;
import org.waymark.policy.Version;
import org.waymark.policy.impact.Analysis;
import org.waymark.policy.impact.ImpactAnalyses;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.check.RuleSetCheck;

/** Takes versions of the rules from a draft into force, step by step, each by the person whose step it is. */
@RestController
@RequestMapping(path = "/api/rule-sets", produces = MediaType.APPLICATION_JSON_VALUE)
class RuleSetVersionsController {

    private static final String NOTE = DraftRequest.NOTE;
    private static final String REASON = "reason";
    private static final String AREAS = "areas";
    private static final String SEEN = "seen";

    private final Policy policy;
    private final ImpactAnalyses analyses;

    RuleSetVersionsController(Policy policy, ImpactAnalyses analyses) {
        this.policy = policy;
        this.analyses = analyses;
    }

    @GetMapping("/{hash}")
    @Operation(operationId = "getRuleSet", summary = "A version of the rules, and all that happened to it")
    @ApiResponse(
            responseCode = "200",
            description = "The version.",
            content = @Content(schema = @Schema(ref = "RuleSetVersion")))
    @Problems({"404", "503"})
    ResponseEntity<byte[]> version(@PathVariable String hash, Principal user) {
        return policy.ledger()
                .version(hash)
                .map(version -> shown(version, user))
                .orElseThrow(() -> unknown(hash));
    }

    private static Refused unknown(String hash) {
        return new Refused(ProblemKind.NOT_FOUND, "there is no version `" + hash + "` of the rules");
    }

    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, DraftRequest.ZIP})
    @Operation(
            operationId = "draftRuleSet",
            summary = "Bring in a version: the zip of its folder, or in which files it differs from another",
            description = "A zip holds the whole folder, with or without one folder around it; README.md, hidden files"
                    + " and what only Macs need are left out. Note and parent of a zip stand behind the address, those"
                    + " of JSON in it. Workbooks (.drl.xlsx) can come in a zip alone.",
            parameters = {
                @Parameter(
                        name = NOTE,
                        in = ParameterIn.QUERY,
                        description = "Of a zip: why it is made, in its author's words. Needed with a zip.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = DraftRequest.PARENT,
                        in = ParameterIn.QUERY,
                        description =
                                "Of a zip: the hash of the version that it was made from, if it was made from one.",
                        schema = @Schema(ref = "Hash"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "Draft")),
                                @Content(
                                        mediaType = DraftRequest.ZIP,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(
            responseCode = "201",
            description = "The version; where its files are those of one that is there already, that one.",
            content = @Content(schema = @Schema(ref = "RuleSetVersion")))
    @Problems({"400", "404", "413", "415", "422", "503"})
    ResponseEntity<byte[]> draft(HttpServletRequest request, Principal user) throws RuleSetRejected, PolicyRefusal {
        DraftRequest asked = DraftRequest.of(request, policy);
        Version version = policy.draft(asked.files(), asked.note(), asked.parent(), user.getName());
        return Answer.json(
                ResponseEntity.created(URI.create("/api/rule-sets/" + version.hash())),
                Json.write(whole(version, user)));
    }

    @PostMapping("/{hash}/check")
    @Operation(
            operationId = "checkRuleSet",
            summary = "Check a version whole, as `rules check` does, against the one in force; takes a minute or more")
    @ApiResponse(
            responseCode = "200",
            description = "The report.",
            content = @Content(schema = @Schema(ref = "CheckReport")))
    @Problems({"404", "503"})
    ResponseEntity<byte[]> check(@PathVariable String hash) throws PolicyRefusal {
        return Answer.ok(Json.write(RuleSetCheck.of(policy.files(hash), before(hash), section -> {})));
    }

    /** What is in force where no area has its own; for that one itself the version that it was made from. */
    private @Nullable CheckedRules before(String hash) throws PolicyRefusal {
        Ledger ledger = policy.ledger();
        Ledger.InForce active = ledger.inForce(policy.now()).get(RuleSetInForce.EVERYWHERE);
        String other = active == null || active.hash().equals(hash)
                ? ledger.version(hash).map(Version::parent).orElse(null)
                : active.hash();
        try {
            return other == null ? null : RuleSetReader.check(policy.files(other));
        } catch (RuleSetRejected unreadable) {
            // A draft may be made from a draft with faults, and then there is nothing to compare with.
            return null;
        }
    }

    @PostMapping(path = "/{hash}/submission", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "submitRuleSet",
            summary = "Ask for a draft to be approved",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Submission"))))
    @ApiResponse(
            responseCode = "200",
            description = "The version, submitted.",
            content = @Content(schema = @Schema(ref = "RuleSetVersion")))
    @Problems({"400", "404", "409", "415", "422", "503"})
    ResponseEntity<byte[]> submit(@PathVariable String hash, HttpServletRequest request, Principal user)
            throws PolicyRefusal, RuleSetRejected {
        Form form = Form.of(request, List.of("analysis", REASON));
        String analysis = form.text("analysis");
        String reason = form.optional(REASON).orElse(null);
        form.orRefuse();
        // Before the state of the version is looked at, so that one of another area and none are answered alike.
        if (policy.ledger().version(hash).isEmpty()) {
            throw unknown(hash);
        }
        if (analyses.analysis(analysis)
                .filter(Covered.by(Caller.of(user))::isAnalysis)
                .isEmpty()) {
            throw new Refused(
                    ProblemKind.FAULTY, "there is no finished impact analysis `" + analysis + "`; make one first");
        }
        return shown(policy.submit(hash, analysis, reason, user.getName()), user);
    }

    @PostMapping(path = "/{hash}/acceptances", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "acceptDowngrades",
            summary = "Accept that cases come out lower, having opened them",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Acceptance"))))
    @ApiResponse(
            responseCode = "200",
            description = "The version.",
            content = @Content(schema = @Schema(ref = "RuleSetVersion")))
    @Problems({"400", "404", "409", "415", "422", "503"})
    ResponseEntity<byte[]> accept(@PathVariable String hash, HttpServletRequest request, Principal user)
            throws PolicyRefusal {
        Form form = Form.of(request, List.of("cases", REASON));
        List<String> cases = form.texts("cases");
        String reason = form.optional(REASON).orElse(null);
        form.orRefuse();
        requireCovered(hash, user);
        return shown(policy.accept(hash, cases, reason, user.getName()), user);
    }

    @PostMapping(path = "/{hash}/approval", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "approveRuleSet",
            summary = "Approve a version; not its author, and not who submitted it",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Approval"))))
    @ApiResponse(
            responseCode = "200",
            description = "The version, approved.",
            content = @Content(schema = @Schema(ref = "RuleSetVersion")))
    @Problems({"400", "404", "409", "415", "422", "503"})
    ResponseEntity<byte[]> approve(@PathVariable String hash, HttpServletRequest request, Principal user)
            throws PolicyRefusal {
        Form form = Form.of(request, List.of(NOTE, SEEN));
        String note = form.text(NOTE);
        List<String> seen = form.texts(SEEN);
        form.orRefuse();
        requireCovered(hash, user);
        return shown(policy.approve(hash, note, seen, user.getName()), user);
    }

    @PostMapping(path = "/{hash}/rejection", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "rejectRuleSet",
            summary = "Turn a submitted version down",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Rejection"))))
    @ApiResponse(
            responseCode = "200",
            description = "The version, rejected.",
            content = @Content(schema = @Schema(ref = "RuleSetVersion")))
    @Problems({"400", "404", "409", "415", "422", "503"})
    ResponseEntity<byte[]> reject(@PathVariable String hash, HttpServletRequest request, Principal user)
            throws PolicyRefusal {
        Form form = Form.of(request, List.of(REASON));
        String reason = form.text(REASON);
        form.orRefuse();
        return shown(policy.reject(hash, reason, user.getName()), user);
    }

    @PostMapping(path = "/{hash}/activation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "activateRuleSet",
            summary = "Put an approved version in force, or an earlier one again",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Activation"))))
    @ApiResponse(
            responseCode = "200",
            description = "The version; every node screens by it within five seconds of its moment.",
            content = @Content(schema = @Schema(ref = "RuleSetVersion")))
    @Problems({"400", "404", "409", "415", "422", "503"})
    ResponseEntity<byte[]> activate(@PathVariable String hash, HttpServletRequest request, Principal user)
            throws PolicyRefusal {
        Form form = Form.of(request, List.of(AREAS, "from", REASON, SEEN));
        List<String> areas = form.texts(AREAS);
        List<String> seen = form.texts(SEEN);
        Instant from = form.instant("from");
        String reason = form.text(REASON);
        form.orRefuse();
        Covered.by(Caller.of(user)).requireAll(areas);
        return shown(policy.activate(hash, new LinkedHashSet<>(areas), from, reason, seen, user.getName()), user);
    }

    @PostMapping(path = "/{hash}/activation/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "withdrawActivation",
            summary = "Take back, before its moment, that a version comes into force",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Withdrawal"))))
    @ApiResponse(
            responseCode = "200",
            description = "The version; what was ahead of it does not come.",
            content = @Content(schema = @Schema(ref = "RuleSetVersion")))
    @Problems({"400", "404", "409", "415", "422", "503"})
    ResponseEntity<byte[]> withdraw(@PathVariable String hash, HttpServletRequest request, Principal user)
            throws PolicyRefusal {
        Form form = Form.of(request, List.of(AREAS, REASON));
        List<String> areas = form.texts(AREAS);
        String reason = form.text(REASON);
        form.orRefuse();
        // None named is all of them, of whomever they are.
        Covered.by(Caller.of(user)).requireAll(areas.isEmpty() ? List.of(RuleSetInForce.EVERYWHERE) : areas);
        return shown(policy.withdraw(hash, new LinkedHashSet<>(areas), reason, user.getName()), user);
    }

    /** What it would do was found for more areas than the caller has, who could not look at all of that. */
    private void requireCovered(String hash, Principal user) {
        Optional<Analysis> analysis = policy.ledger()
                .version(hash)
                .flatMap(version -> version.latest(Submitted.class))
                .flatMap(logged -> analyses.analysis(((Submitted) logged.event()).analysis()));
        if (analysis.isPresent()) {
            Covered.by(Caller.of(user)).require(analysis.get().filter().area());
        }
    }

    private ResponseEntity<byte[]> shown(Version version, Principal user) {
        return Answer.ok(Json.write(whole(version, user)));
    }

    private Map<String, Object> whole(Version version, Principal user) {
        Covered covered = Covered.by(Caller.of(user));
        List<Logged> events = covered.areas().all() ? version.events() : policy.events(version, covered::isCase);
        return new VersionJson(policy.ledger(), policy.now()).whole(version, policy.first(version), events, covered);
    }
}
