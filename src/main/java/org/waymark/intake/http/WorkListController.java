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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.assessment.Json;
import org.waymark.casework.worklist.DecisionQuery;
import org.waymark.casework.worklist.DecisionSearch;
import org.waymark.casework.worklist.WorkList;
import org.waymark.casework.worklist.WorkListQuery;
import org.waymark.casework.worklist.WorkStatus;

/** Lists decisions: what waits for somebody, and what an auditor looks for. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class WorkListController {

    private static final String AREA = "area";
    private static final String REFERENCE = "reference";
    private static final String AFTER = "after";
    private static final String MOST = "most";
    private static final String ONE_OF_YOURS = "One of your areas; left out, all of them.";
    private static final String PAGE_ON = "What the part before this one gave as `after`.";

    private final WorkList workList;
    private final DecisionSearch search;

    WorkListController(WorkList workList, DecisionSearch search) {
        this.workList = workList;
        this.search = search;
    }

    @GetMapping("/work-list")
    @Operation(
            operationId = "getWorkList",
            summary = "What waits for somebody in your areas, by urgency and by when it is due",
            description = "Fifty lines at most, and where the next begin. That you looked is recorded first, with the"
                    + " areas: once in a quarter of an hour, and not with each young person. What is recorded is in the"
                    + " list within a second or so.",
            parameters = {
                @Parameter(
                        name = AREA,
                        in = ParameterIn.QUERY,
                        description = ONE_OF_YOURS,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        description = "For what it waits; left out, for any of these but `review-due`. Reviews at MACE"
                                + " are asked for by themselves, as they are due weeks ahead.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "proposed",
                                            "awaiting-countersignature",
                                            "outcome-open",
                                            "review-due"
                                        })),
                @Parameter(
                        name = "overdue",
                        in = ParameterIn.QUERY,
                        description = "true: only what is overdue; false: only what is not.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"true", "false"})),
                @Parameter(
                        name = REFERENCE,
                        in = ParameterIn.QUERY,
                        description = "How the reference begins, to the letter.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = AFTER,
                        in = ParameterIn.QUERY,
                        description = PAGE_ON,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = MOST,
                        in = ParameterIn.QUERY,
                        description = "How many lines at most, up to 50.",
                        schema = @Schema(type = "string", pattern = "[1-9][0-9]?"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The lines, the most urgent first.",
            content = @Content(schema = @Schema(ref = "WorkList")))
    @Problems({"422", "503"})
    ResponseEntity<byte[]> workList(HttpServletRequest request, Principal user) {
        ListForm form = new ListForm(request, List.of(AREA, "status", "overdue", REFERENCE, AFTER, MOST));
        String area = form.text(AREA);
        WorkStatus status = form.coded("status", WorkStatus.class);
        Boolean overdue = form.yesOrNo("overdue");
        String reference = form.text(REFERENCE);
        String after = form.place(AFTER, WorkListQuery::isPlace);
        int most = form.most(MOST, WorkListQuery.MOST);
        form.orRefuse();
        WorkListQuery query = new WorkListQuery(area, status, overdue, reference, after, most);
        return Answer.ok(Json.write(ListsJson.of(workList.page(Caller.of(user), query))));
    }

    @GetMapping("/decisions")
    @Operation(
            operationId = "findDecisions",
            summary = "Find decisions of your areas, the newest first",
            description = "Those of which all is true that is given; fifty at most, and where the next begin. That you"
                    + " looked is recorded first: with the areas, and where you look for one reference in the trail of"
                    + " that young person.",
            parameters = {
                @Parameter(
                        name = AREA,
                        in = ParameterIn.QUERY,
                        description = ONE_OF_YOURS,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = REFERENCE,
                        in = ParameterIn.QUERY,
                        description = "The whole reference.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        description = "The first day, in London, on which it was recorded.",
                        schema = @Schema(type = "string", format = "date")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        description = "The last day.",
                        schema = @Schema(type = "string", format = "date")),
                @Parameter(
                        name = "pathway",
                        in = ParameterIn.QUERY,
                        description = "The pathway that leads now, or `universal`.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "ruleSet",
                        in = ParameterIn.QUERY,
                        description = "Name, or hash (`sha256:…`), of the version of the rules that made it.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "overridden",
                        in = ParameterIn.QUERY,
                        description = "Whether anybody decided otherwise than was recommended.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"true", "false"})),
                @Parameter(
                        name = "actor",
                        in = ParameterIn.QUERY,
                        description = "An account that submitted it, or did something with it.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = AFTER,
                        in = ParameterIn.QUERY,
                        description = PAGE_ON,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = MOST,
                        in = ParameterIn.QUERY,
                        description = "How many at most, up to 50.",
                        schema = @Schema(type = "string", pattern = "[1-9][0-9]?"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The decisions.",
            content = @Content(schema = @Schema(ref = "DecisionList")))
    @Problems({"422", "503"})
    ResponseEntity<byte[]> decisions(HttpServletRequest request, Principal user) {
        DecisionQuery query = query(new ListForm(
                request,
                List.of(AREA, REFERENCE, "from", "to", "pathway", "ruleSet", "overridden", "actor", AFTER, MOST)));
        return Answer.ok(Json.write(ListsJson.of(search.page(Caller.of(user), query))));
    }

    private static DecisionQuery query(ListForm form) {
        String ruleSet = form.text("ruleSet");
        boolean hash = ruleSet != null && ruleSet.startsWith("sha256:");
        DecisionQuery query = new DecisionQuery(
                form.text(AREA),
                form.text(REFERENCE),
                form.day("from", 0),
                form.day("to", 1),
                form.text("pathway"),
                hash ? null : ruleSet,
                hash ? ruleSet : null,
                form.yesOrNo("overridden"),
                form.text("actor"),
                form.place(AFTER, DecisionQuery::isPlace),
                form.most(MOST, DecisionQuery.MOST));
        form.orRefuse();
        return query;
    }
}
