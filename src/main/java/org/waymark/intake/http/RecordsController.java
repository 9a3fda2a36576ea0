package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.BreakGlass;
import org.waymark.access.Caller;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.CannotReplay;
import org.waymark.casework.Records;
import org.waymark.casework.Visitor;

/** Shows what is recorded. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class RecordsController {

    /** What the description says of the header. */
    private static final String GLASS = "A manager or an auditor of another area reads it with the header"
            + " `Waymark-Break-Glass`, in which they say why in 30 characters or more: that is recorded, shown among the"
            + " readers, and rings an alarm.";

    private final Records records;

    RecordsController(Records records) {
        this.records = records;
    }

    @GetMapping("/decisions/{decisionId}")
    @Operation(
            operationId = "getDecision",
            summary = "A decision as it stands",
            description =
                    GLASS
                            + " That somebody read it is recorded first: who, when and why. Whoever made it, or did the last"
                            + " thing with it, within the quarter of an hour before had the same as an answer, and adds nothing.",
            parameters = {
                @Parameter(
                        name = Switches.EXPLAIN,
                        in = ParameterIn.QUERY,
                        description = "true: say behind the decision what each pathway rests on, in `explanation`,"
                                + " by the rules that decided, in force or not.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"true", "false"})),
                @Parameter(
                        name = Why.PARAMETER,
                        in = ParameterIn.QUERY,
                        description = Why.DESCRIBED,
                        schema = @Schema(type = "string", maxLength = 500))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The decision as it was answered first, to the letter but for its status; behind it, where"
                    + " people have done something with it, the result that holds and what they did.",
            content = @Content(schema = @Schema(ref = "Decision")))
    @Problems({"400", "404", "409", "410", "422", "503"})
    ResponseEntity<byte[]> decision(@PathVariable String decisionId, HttpServletRequest request, Principal user)
            throws CannotReplay {
        boolean explain = !Switches.on(
                        request,
                        List.of(Switches.EXPLAIN),
                        Why.PARAMETER,
                        "leave it out to see the decision as it is recorded")
                .isEmpty();
        Visitor visitor = visitor(request, user, Why.of(request, Switches.EXPLAIN));
        Optional<String> decision =
                explain ? records.explained(decisionId, visitor) : records.decision(decisionId, visitor);
        return decision.map(Answer::ok).orElseThrow(Unknown::decision);
    }

    @GetMapping("/areas/{area}/young-people/{reference}/trail")
    @Operation(
            operationId = "getTrail",
            summary = "Everything that is recorded about one young person, oldest first, as it was before this reading",
            description = "That somebody read it is recorded first, and shown from the next reading on. " + GLASS,
            parameters =
                    @Parameter(
                            name = Why.PARAMETER,
                            in = ParameterIn.QUERY,
                            description = Why.DESCRIBED,
                            schema = @Schema(type = "string", maxLength = 500)))
    @ApiResponse(
            responseCode = "200",
            description = "The entries; none where nothing is recorded under this reference.",
            content = @Content(schema = @Schema(ref = "Trail")))
    @Problems({"422", "503"})
    ResponseEntity<byte[]> trail(
            @PathVariable String area, @PathVariable String reference, HttpServletRequest request, Principal user) {
        return Answer.ok(records.trail(new PersonKey(area, reference), visitor(request, user, Why.of(request))));
    }

    @GetMapping("/areas/{area}/young-people/{reference}/clocks")
    @Operation(
            operationId = "getClocks",
            summary = "The clocks that run over what is recorded about one young person, as they stand today",
            description = "That somebody read them is recorded first.",
            parameters =
                    @Parameter(
                            name = Why.PARAMETER,
                            in = ParameterIn.QUERY,
                            description = Why.DESCRIBED,
                            schema = @Schema(type = "string", maxLength = 500)))
    @ApiResponse(
            responseCode = "200",
            description = "Each clock, and whether it is overdue; none where none runs.",
            content = @Content(schema = @Schema(ref = "Clocks")))
    @Problems({"422", "503"})
    ResponseEntity<byte[]> clocks(
            @PathVariable String area, @PathVariable String reference, HttpServletRequest request, Principal user) {
        Visitor visitor = visitor(request, user, Why.of(request));
        return Answer.ok(records.clocks(new PersonKey(area, reference), visitor));
    }

    /** Whoever breaks the glass says why with it. */
    private static Visitor visitor(HttpServletRequest request, Principal user, @Nullable String reason) {
        String glass = BreakGlass.reason(request);
        return new Visitor(user.getName(), Caller.of(user).areas(), glass == null ? reason : glass, glass != null);
    }
}
