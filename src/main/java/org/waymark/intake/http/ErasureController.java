package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.Erasures;
import org.waymark.casework.JudgementRefusal;
import org.waymark.casework.LegalHolds;
import org.waymark.casework.Retention;
import org.waymark.trail.UnderHold;

/** Has what is recorded erased, forbids it, and says who is due. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class ErasureController {

    private final Erasures erasures;
    private final LegalHolds holds;
    private final Retention retention;

    ErasureController(Erasures erasures, LegalHolds holds, Retention retention) {
        this.erasures = erasures;
        this.holds = holds;
        this.retention = retention;
    }

    @PostMapping(path = "/decisions/{decisionId}/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "eraseContact",
            summary = "Erase one contact for good, with the decision on it and what people did with that",
            description = "For a contact that was misfiled. Its entries stay in the trail, and their proofs; what they"
                    + " say can no more be read. Sent again, the assessment is answered 410.",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ErasureOrder"))))
    @ApiResponse(
            responseCode = "200",
            description = "Erased; the entry that says so.",
            content = @Content(schema = @Schema(ref = "Erasure")))
    @Problems({"400", "404", "409", "410", "413", "415", "422", "503"})
    ResponseEntity<byte[]> contact(@PathVariable String decisionId, HttpServletRequest request, Principal user)
            throws JudgementRefusal, UnderHold {
        return Answer.ok(erasures.contact(decisionId, Body.of(request), user.getName()));
    }

    @PostMapping(path = "/areas/{area}/young-people/{reference}/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "eraseYoungPerson",
            summary = "Erase for good all that is recorded about a young person under this reference",
            description = "What was known under other references is erased there. Whoever comes again under this"
                    + " reference begins anew.",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "WholeErasureOrder"))))
    @ApiResponse(
            responseCode = "200",
            description = "Erased; the entry that says so.",
            content = @Content(schema = @Schema(ref = "Erasure")))
    @Problems({"400", "404", "409", "410", "413", "415", "422", "503"})
    ResponseEntity<byte[]> person(
            @PathVariable String area, @PathVariable String reference, HttpServletRequest request, Principal user)
            throws JudgementRefusal, UnderHold {
        return Answer.ok(erasures.person(new PersonKey(area, reference), Body.of(request), user.getName()));
    }

    @PostMapping(
            path = "/areas/{area}/young-people/{reference}/legal-hold",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "placeLegalHold",
            summary = "Order that nothing about a young person may be erased",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "HoldOrder"))))
    @ApiResponse(
            responseCode = "201",
            description = "The hold stands.",
            content = @Content(schema = @Schema(ref = "LegalHold")))
    @Problems({"400", "404", "409", "413", "415", "422", "503"})
    ResponseEntity<byte[]> hold(
            @PathVariable String area, @PathVariable String reference, HttpServletRequest request, Principal user)
            throws JudgementRefusal {
        return created(holds.hold(new PersonKey(area, reference), Body.of(request), user.getName()));
    }

    @PostMapping(
            path = "/areas/{area}/young-people/{reference}/legal-hold/release",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "releaseLegalHold",
            summary = "Lift that order",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(ref = "HoldOrder"))))
    @ApiResponse(
            responseCode = "201",
            description = "No hold stands.",
            content = @Content(schema = @Schema(ref = "LegalHold")))
    @Problems({"400", "404", "409", "413", "415", "422", "503"})
    ResponseEntity<byte[]> release(
            @PathVariable String area, @PathVariable String reference, HttpServletRequest request, Principal user)
            throws JudgementRefusal {
        return created(holds.release(new PersonKey(area, reference), Body.of(request), user.getName()));
    }

    @GetMapping("/areas/{area}/retention")
    @Operation(
            operationId = "getRetention",
            summary = "Whose records have been kept for as long as the schedule allows",
            description = "Counted in the background: the first call begins it, a later one shows it. Nothing is erased"
                    + " by itself.")
    @ApiResponse(
            responseCode = "200",
            description = "Who is due, the longest first, by the last count; and the schedule.",
            content = @Content(schema = @Schema(ref = "Retention")))
    ResponseEntity<byte[]> retention(@PathVariable String area) {
        return Answer.ok(retention.of(area));
    }

    private static ResponseEntity<byte[]> created(String json) {
        return Answer.json(ResponseEntity.status(201), json);
    }
}
