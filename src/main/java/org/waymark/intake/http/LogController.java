package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.assessment.Json;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.trail.Trail;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.sealing.SealedLog;
import org.waymark.trail.sealing.Sealing;

/** Shows what the log of all entries is, and proves what is in it. Nothing here is about anybody. */
@RestController
@RequestMapping("/api")
class LogController {

    private static final String TEXT = "text/plain;charset=UTF-8";

    private final SealedLog log;
    private final Sealing sealing;
    private final Trail trail;

    LogController(SealedLog log, Sealing sealing, Trail trail) {
        this.log = log;
        this.sealing = sealing;
        this.trail = trail;
    }

    @GetMapping(path = "/log/key", produces = TEXT)
    @Operation(
            operationId = "getLogKey",
            summary =
                    "The public key by which checkpoints are verified: keep a copy where this service cannot reach it")
    @ApiResponse(
            responseCode = "200",
            description = "A verifier key, as C2SP signed-note writes one.",
            content = @Content(schema = @Schema(type = "string")))
    ResponseEntity<byte[]> key() {
        return text(log.verifier().text() + "\n");
    }

    @GetMapping(path = "/log/checkpoint", produces = TEXT)
    @Operation(
            operationId = "getCheckpoint",
            summary = "The newest signed checkpoint, with what witnesses have signed of it so far")
    @ApiResponse(
            responseCode = "200",
            description = "A C2SP tlog-checkpoint: the log's name, how many entries it has, their root, signatures.",
            content = @Content(schema = @Schema(type = "string")))
    @Problems({"404", "409", "503"})
    ResponseEntity<byte[]> checkpoint() {
        return note(log.checkpoint());
    }

    @PostMapping(path = "/log/checkpoints", produces = TEXT)
    @Operation(operationId = "makeCheckpoint", summary = "A checkpoint that covers all that is recorded by now")
    @ApiResponse(
            responseCode = "200",
            description = "The same form.",
            content = @Content(schema = @Schema(type = "string")))
    @Problems({"404", "409", "503"})
    ResponseEntity<byte[]> checkpointNow() {
        return note(sealing.checkpointNow());
    }

    @GetMapping(path = "/log/inclusion", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "proveInclusion", summary = "What shows that a leaf is in the log of a checkpoint")
    @ApiResponse(
            responseCode = "200",
            description = "The hashes on its way to the root, the lowest first (RFC 9162, 2.1.3).",
            content = @Content(schema = @Schema(ref = "Proof")))
    @Problems({"400", "503"})
    ResponseEntity<byte[]> inclusion(@RequestParam String leaf, @RequestParam String size) {
        long index = number("leaf", leaf);
        long of = number("size", size);
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("leaf", index);
        proof.put("size", of);
        proof.put("proof", proven(() -> log.inclusion(index, of)));
        return Answer.ok(Json.write(proof));
    }

    @GetMapping(path = "/log/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "proveConsistency",
            summary = "What shows that the log of one checkpoint is the beginning of the log of a later one")
    @ApiResponse(
            responseCode = "200",
            description = "The hashes from which both roots follow (RFC 9162, 2.1.4).",
            content = @Content(schema = @Schema(ref = "Proof")))
    @Problems({"400", "503"})
    ResponseEntity<byte[]> consistency(@RequestParam String from, @RequestParam String to) {
        long older = number("from", from);
        long later = number("to", to);
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("from", older);
        proof.put("to", later);
        proof.put("proof", proven(() -> log.consistency(older, later)));
        return Answer.ok(Json.write(proof));
    }

    @GetMapping(path = "/decisions/{decisionId}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "proveDecision",
            summary = "What shows that a decision is in the log: its leaf, the proof, and the checkpoint")
    @ApiResponse(
            responseCode = "200",
            description = "The proof, against the newest checkpoint that covers it.",
            content = @Content(schema = @Schema(ref = "Proof")))
    @Problems({"404", "409", "503"})
    ResponseEntity<byte[]> decision(@PathVariable String decisionId) {
        String entry =
                trail.byDecision(decisionId).orElseThrow(Unknown::decision).id();
        SignedNote note = covering(entry);
        long leaf = log.leaves(List.of(entry)).getOrDefault(entry, 0L);
        long size = Checkpoint.of(note).size();
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("entry", entry);
        proof.put("leaf", leaf);
        proof.put("size", size);
        proof.put("proof", proven(() -> log.inclusion(leaf, size)));
        proof.put("checkpoint", note.print());
        return Answer.ok(Json.write(proof));
    }

    /** The newest checkpoint; one made now, where that does not cover the entry yet. */
    private SignedNote covering(String entry) {
        Long leaf = log.leaves(List.of(entry)).get(entry);
        Optional<SignedNote> newest = log.checkpoint();
        if (leaf != null
                && newest.filter(note -> Checkpoint.of(note).size() > leaf).isPresent()) {
            return newest.get();
        }
        return sealing.checkpointNow().orElseThrow();
    }

    private static List<String> proven(Supplier<List<Hash>> proof) {
        try {
            return proof.get().stream().map(Hash::base64).toList();
        } catch (IllegalArgumentException e) {
            throw new Refused(ProblemKind.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static long number(String name, String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw new Refused(ProblemKind.BAD_REQUEST, "`" + name + "` is a whole number from 0, not `" + text + "`");
        }
        return Long.parseLong(text);
    }

    private static ResponseEntity<byte[]> note(Optional<SignedNote> note) {
        return text(note.orElseThrow(() -> new Refused(
                        ProblemKind.NOT_FOUND, "the log is empty: there is a checkpoint once something is recorded"))
                .print());
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TEXT))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
