package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.casework.JudgementRefusal;
import org.waymark.casework.Reading;
import org.waymark.casework.Reading.Reader;
import org.waymark.casework.Reading.What;
import org.waymark.casework.RecordedAreas;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.proof.TrailExport;
import org.waymark.trail.sealing.SealedLog;

/** Gives out what is recorded as files that prove themselves. */
@RestController
@RequestMapping(path = "/api", produces = ExportsController.NDJSON)
class ExportsController {

    static final String NDJSON = "application/x-ndjson";

    private static final String CONTINUES = "continues";
    private static final String FORM =
            "Lines of JSON; `trail verify FILE` checks them with no server. That somebody took"
                    + " them is recorded first, with the reason in the header `Waymark-Reason` where one is given.";

    private final TrailExport exports;
    private final Pseudonyms pseudonyms;
    private final Trail trail;
    private final Reading reading;
    private final RecordedAreas areas;
    private final SealedLog log;

    ExportsController(
            TrailExport exports,
            Pseudonyms pseudonyms,
            Trail trail,
            Reading reading,
            RecordedAreas areas,
            SealedLog log) {
        this.exports = exports;
        this.log = log;
        this.pseudonyms = pseudonyms;
        this.trail = trail;
        this.reading = reading;
        this.areas = areas;
    }

    @GetMapping("/areas/{area}/young-people/{reference}/trail/export")
    @Operation(
            operationId = "exportTrail",
            summary = "Everything that is recorded about one young person, as a file that proves itself",
            parameters =
                    @Parameter(
                            name = CONTINUES,
                            in = ParameterIn.QUERY,
                            description = "The size of a checkpoint that you have: the file then shows that it is"
                                    + " continued. May be repeated.",
                            schema = @Schema(type = "string", pattern = "[0-9]{1,18}")))
    @ApiResponse(
            responseCode = "200",
            description = FORM,
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    @Problems({"400", "404", "409", "503"})
    void person(
            @PathVariable String area,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Principal user)
            throws IOException {
        List<Long> sizes = continues(request);
        Person person = pseudonyms.person(area, reference);
        reading.of(person, new Reader(user.getName(), What.EXPORT, Why.ofHeader(request)));
        write(
                exports.person(person, sizes),
                "trail.ndjson",
                "nothing is recorded about a young person of this reference in this area",
                response);
    }

    @GetMapping("/decisions/{decisionId}/capsule")
    @Operation(
            operationId = "exportDecision",
            summary = "One decision with its input, history and rules, as a file that proves itself",
            parameters =
                    @Parameter(
                            name = CONTINUES,
                            in = ParameterIn.QUERY,
                            description = "The size of a checkpoint that you have: the file then shows that it is"
                                    + " continued. May be repeated.",
                            schema = @Schema(type = "string", pattern = "[0-9]{1,18}")))
    @ApiResponse(
            responseCode = "200",
            description = FORM,
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    @Problems({"400", "404", "409", "503"})
    void capsule(
            @PathVariable String decisionId, HttpServletRequest request, HttpServletResponse response, Principal user)
            throws IOException {
        List<Long> sizes = continues(request);
        String reason = Why.ofHeader(request);
        requireAllBehind(decisionId, Caller.of(user).areas());
        trail.byDecision(decisionId)
                .ifPresent(entry -> reading.of(
                        entry.person(), new Reader(user.getName(), What.CAPSULE, decisionId, reason, false)));
        write(exports.capsule(decisionId, sizes), "decision.ndjson", JudgementRefusal.NO_SUCH_DECISION, response);
    }

    /** A file of it holds whole what was joined from elsewhere; what the decision quotes of that is less. */
    private void requireAllBehind(String decisionId, Areas callers) {
        Set<String> others = areas.behind(decisionId);
        if (!callers.haveAll(others)) {
            throw new Refused(
                    ProblemKind.FOREIGN_AREA,
                    "the history of this decision holds what was recorded in "
                            + Areas.of(others).told()
                            + ", whole, and your account is for " + callers.told()
                            + "; ask somebody who has all of these");
        }
    }

    @GetMapping("/log/export")
    @Operation(operationId = "exportLog", summary = "The whole log, as a file that proves itself")
    @ApiResponse(
            responseCode = "200",
            description = FORM,
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    @Problems({"404", "409", "503"})
    void log(HttpServletResponse response, Principal user) throws IOException {
        reading.ofEverything(user.getName());
        write(exports.wholeLog(), "log.ndjson", "nothing is recorded yet", response);
    }

    /** Whoever asks for a continuation and does not get one would take the file for more than it is: a slip is told. */
    private List<Long> continues(HttpServletRequest request) {
        List<Long> sizes = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(CONTINUES)) {
                throw new Refused(
                        ProblemKind.BAD_REQUEST,
                        "the address allows `?continues=SIZE`, which may be repeated, and nothing else after it;"
                                + " a reason goes into the header `" + Why.HEADER + "`");
            }
            for (String value : values) {
                sizes.add(size(value));
            }
        });
        return sizes;
    }

    private long size(String value) {
        if (!value.matches("[0-9]{1,18}")) {
            throw new Refused(
                    ProblemKind.BAD_REQUEST,
                    "`continues` is the size of a checkpoint, the whole number in its second line");
        }
        long size = Long.parseLong(value);
        if (log.checkpoint(size).isEmpty()) {
            throw new Refused(
                    ProblemKind.BAD_REQUEST,
                    "no checkpoint of " + value
                            + " entries is kept here: a checkpoint that you have and that is not kept"
                            + " is not of this log, or the log was put back to an earlier state");
        }
        return size;
    }

    /** What can be refused is refused before the first byte; what breaks later leaves a file without its last line. */
    private static void write(
            Optional<TrailExport.Ready> ready, String name, String absent, HttpServletResponse response)
            throws IOException {
        TrailExport.Ready file = ready.orElseThrow(() -> new Refused(ProblemKind.NOT_FOUND, absent));
        response.setContentType(NDJSON);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        file.writeTo(response.getOutputStream());
    }
}
