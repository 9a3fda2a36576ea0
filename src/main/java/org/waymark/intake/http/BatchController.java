package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.Bulk;
import org.waymark.casework.stream.Ending;
import org.waymark.casework.stream.NdjsonLines;

/** Takes many assessments in, one a line, and answers each while those behind it still come. */
@RestController
class BatchController {

    static final String NDJSON = "application/x-ndjson";

    private static final Logger LOG = LoggerFactory.getLogger(BatchController.class);
    private static final String SECONDS = "10";

    private final Bulk bulk;
    private final Semaphore atOnce;

    /** @param atOnce each has so many lines in memory, so there is an end to how many there are */
    BatchController(Bulk bulk, @Value("${waymark.bulk.batches-at-once:8}") int atOnce) {
        this.bulk = bulk;
        this.atOnce = new Semaphore(atOnce);
    }

    @PostMapping(path = "/api/assessments:batch", consumes = NDJSON, produces = NDJSON)
    @Operation(
            operationId = "submitAssessments",
            summary = "Screen many assessments, one a line, and record each decision",
            description = "Lines are answered in their order, as soon as each is recorded or refused: read while you"
                    + " send. Lines about one young person are screened in their order. Where the answers end early, the"
                    + " last line says in `goOnAt` at which line to go on; what is sent again is recorded once.",
            parameters =
                    @Parameter(
                            name = Switches.DECISIONS,
                            in = ParameterIn.QUERY,
                            description = "false: leave the decision out of the answers. true, or left out: with it.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"true", "false"})),
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "JSON assessments, one a line of 1 MiB at most, in UTF-8; blank lines count"
                                    + " as lines and are left out. `Content-Encoding: gzip` is read.",
                            content = @Content(mediaType = NDJSON, schema = @Schema(ref = "Assessment"))))
    @ApiResponse(
            responseCode = "200",
            description = "One answer a line. Whether a line was recorded is in its `status`.",
            content = @Content(mediaType = NDJSON, schema = @Schema(ref = "BatchLine")))
    @Problems({"400", "415", "429", "503"})
    void submit(HttpServletRequest request, HttpServletResponse response, Principal user)
            throws IOException, InterruptedException {
        boolean decisions = Switches.decisions(request);
        BatchBody.require(request);
        if (!atOnce.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            throw new Refused(
                    ProblemKind.TOO_MANY,
                    "other batches are under way; send this one again when one of them has ended");
        }
        try {
            answer(request, response, Caller.of(user), decisions);
        } finally {
            atOnce.release();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Caller caller, boolean decisions)
            throws IOException, InterruptedException {
        NdjsonLines lines = new NdjsonLines(BatchBody.of(request));
        response.setContentType(NDJSON);
        BatchAnswers answers = new BatchAnswers(response, decisions);
        try {
            answers.begin();
            Ending ending = bulk.run(lines, caller, answers);
            answers.end(ending);
        } catch (IOException gone) {
            // Whoever asked has hung up: there is nobody to tell. What is recorded stands.
            LOG.info("A batch was hung up on after {} lines", lines.nextNumber() - 1);
        }
    }
}
