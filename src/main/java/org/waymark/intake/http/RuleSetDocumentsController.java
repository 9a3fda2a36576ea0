package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.assessment.Json;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyRefusal;
import org.waymark.policy.Version;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.RuleSetZip;
import org.waymark.ruleset.book.BookScenario;
import org.waymark.ruleset.book.BookScenarios;
import org.waymark.ruleset.book.RuleBook;
import org.waymark.ruleset.diff.RuleSetDiff;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.ScenariosRejected;

/** Gives out what a version of the rules says: its files, its book, and what is other in it than in another. */
@RestController
@RequestMapping(path = "/api/rule-sets", produces = MediaType.APPLICATION_JSON_VALUE)
class RuleSetDocumentsController {

    private static final MediaType ZIP = MediaType.valueOf(DraftRequest.ZIP);
    private static final MediaType MARKDOWN = new MediaType(MediaType.TEXT_MARKDOWN, StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** The book has its style within it; nothing else of it is to run or to be fetched, whatever its author wrote. */
    private static final String STYLE_ALONE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final int SHORT_HASH = 12;

    private final Policy policy;

    RuleSetDocumentsController(Policy policy) {
        this.policy = policy;
    }

    @GetMapping(
            path = "/{hash}/files",
            produces = {MediaType.APPLICATION_JSON_VALUE, DraftRequest.ZIP})
    @Operation(operationId = "getRuleSetFiles", summary = "The files of a version, its tests included")
    @ApiResponse(
            responseCode = "200",
            description = "Every file: as JSON its text by its name, or the exact files as a zip, the same bytes every"
                    + " time, which can be brought in again.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "RuleSetFiles")),
                @Content(mediaType = DraftRequest.ZIP, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems({"404", "503"})
    ResponseEntity<byte[]> files(@PathVariable String hash, HttpServletRequest request) throws PolicyRefusal {
        RuleFiles files = policy.files(hash);
        return Wanted.of(request, MediaType.APPLICATION_JSON, ZIP).equals(ZIP)
                ? zipped(hash, files)
                : Answer.ok(Json.write(FilesJson.of(files)));
    }

    private ResponseEntity<byte[]> zipped(String hash, RuleFiles files) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved("attachment", hash, "zip"))
                .body(RuleSetZip.write(files));
    }

    /** As what a browser keeps it: drafts may share a name, so the hash stands behind it. */
    private String saved(String how, String hash, String ending) {
        String name = policy.ledger().version(hash).map(Version::name).orElse("");
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        String digest = hash.substring(hash.indexOf(':') + 1);
        String file = "rules-" + plain + "-" + digest.substring(0, SHORT_HASH) + "." + ending;
        return ContentDisposition.builder(how).filename(file).build().toString();
    }

    @GetMapping(
            path = "/{hash}/book",
            produces = {MediaType.TEXT_MARKDOWN_VALUE, MediaType.TEXT_HTML_VALUE})
    @Operation(operationId = "getRuleBook", summary = "The rule book of a version: every rule in plain English")
    @ApiResponse(
            responseCode = "200",
            description = "The book, as Markdown or as one page of HTML that needs nothing beside it.",
            content = {
                @Content(mediaType = MediaType.TEXT_MARKDOWN_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @Problems({"404", "422", "503"})
    ResponseEntity<byte[]> book(@PathVariable String hash, HttpServletRequest request)
            throws PolicyRefusal, RuleSetRejected, ScenariosRejected {
        RuleFiles files = policy.files(hash);
        CheckedRules rules = RuleSetReader.check(files);
        List<BookScenario> scenarios =
                BookScenarios.of(ScenarioReader.read(RuleFiles.SCENARIOS, files.tests(), rules.asked()));
        RuleBook book = RuleBook.of(rules, scenarios);
        boolean html =
                Wanted.of(request, MediaType.TEXT_MARKDOWN, MediaType.TEXT_HTML).equals(MediaType.TEXT_HTML);
        return ResponseEntity.ok()
                .contentType(html ? HTML : MARKDOWN)
                .header("Content-Security-Policy", STYLE_ALONE)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved("inline", hash, html ? "html" : "md"))
                .body((html ? book.html() : book.markdown()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{hash}/diff/{other}")
    @Operation(
            operationId = "diffRuleSets",
            summary = "What is other in this version than in another: figure by figure, in English")
    @ApiResponse(
            responseCode = "200",
            description = "What an approver looks at first, and all that differs.",
            content = @Content(schema = @Schema(ref = "RuleSetDiff")))
    @Problems({"404", "422", "503"})
    ResponseEntity<byte[]> diff(@PathVariable String hash, @PathVariable String other)
            throws PolicyRefusal, RuleSetRejected {
        CheckedRules before = RuleSetReader.check(policy.files(other));
        CheckedRules after = RuleSetReader.check(policy.files(hash));
        RuleSetDiff diff = RuleSetDiff.of(before, after);
        return Answer.ok(Json.write(Map.of("lines", diff.lines(), "diff", diff)));
    }
}
