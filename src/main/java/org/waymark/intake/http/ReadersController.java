package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.JudgementRefusal;
import org.waymark.casework.Reading;
import org.waymark.casework.SubjectAccess;

/** Gives a young person's records out to be handed to them, and says who looked at them. */
@RestController
@RequestMapping("/api/areas/{area}/young-people/{reference}")
class ReadersController {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final SubjectAccess access;
    private final Reading reading;

    ReadersController(SubjectAccess access, Reading reading) {
        this.access = access;
        this.reading = reading;
    }

    @GetMapping(
            path = "/subject-access",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/markdown", MediaType.TEXT_HTML_VALUE})
    @Operation(
            operationId = "getSubjectAccess",
            summary = "All that is recorded about a young person, to be handed to them",
            description = "As JSON, with the places of all texts that may speak of somebody else: look at those before"
                    + " it is handed over. As Markdown or HTML in plain English, without those texts, and with a list of"
                    + " what is left out. That it was given out is recorded first.",
            parameters =
                    @Parameter(
                            name = Why.PARAMETER,
                            in = ParameterIn.QUERY,
                            description = Why.DESCRIBED,
                            schema = @Schema(type = "string", maxLength = 500)))
    @ApiResponse(
            responseCode = "200",
            description = "Everything, as it was before this reading.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = "SubjectAccess")),
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @Problems({"404", "422", "503"})
    ResponseEntity<byte[]> subjectAccess(
            @PathVariable String area, @PathVariable String reference, HttpServletRequest request, Principal user)
            throws JudgementRefusal {
        PersonKey person = new PersonKey(area, reference);
        @Nullable String reason = Why.of(request);
        MediaType wanted = Wanted.of(request, MediaType.APPLICATION_JSON, MARKDOWN, HTML);
        if (wanted.equals(MARKDOWN)) {
            return text(MARKDOWN, access.plain(person, user.getName(), reason).markdown());
        }
        return wanted.equals(HTML)
                ? text(HTML, access.plain(person, user.getName(), reason).html())
                : Answer.ok(access.json(person, user.getName(), reason));
    }

    private static ResponseEntity<byte[]> text(MediaType type, String text) {
        return ResponseEntity.ok().contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/readers", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getReaders",
            summary = "Who looked at what is recorded about a young person, when and why, oldest first")
    @ApiResponse(
            responseCode = "200",
            description = "Each reading; none where nobody did.",
            content = @Content(schema = @Schema(ref = "Readers")))
    @Problems("503")
    ResponseEntity<byte[]> readers(@PathVariable String area, @PathVariable String reference) {
        return Answer.ok(reading.readers(new PersonKey(area, reference)));
    }
}
