package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.waymark.access.BreakGlass;
import org.waymark.access.GlassHolds;
import org.waymark.access.OutOfAreas;
import org.waymark.assessment.Fault;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.casework.CannotReplay;
import org.waymark.casework.ConflictingAssessment;
import org.waymark.casework.ErasedContent;
import org.waymark.casework.ForeignArea;
import org.waymark.casework.JudgementRefusal;
import org.waymark.casework.problem.Incident;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.problem.SubmissionProblem;
import org.waymark.policy.PolicyRefusal;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.RuleSetInForce.NoRuleSet;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.RuleSetZip;
import org.waymark.ruleset.scenario.ScenariosRejected;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.UnderHold;
import org.waymark.trail.sealing.LogTrouble;

/** Turns whatever goes wrong in a call into a problem document. */
@RestControllerAdvice
class ProblemAdvice {

    static final String UNREADABLE_QUERY = "what stands behind `?` in the address cannot be read: send it"
            + " percent-encoded, in UTF-8, and no more than /api/openapi.json allows";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** A store that restarts is back within seconds, a rule set takes a person. */
    private static final String SECONDS_FOR_STORE = "5";

    private static final String SECONDS_FOR_RULES = "60";

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, refused.problem());
    }

    @ExceptionHandler
    void invalid(InvalidAssessment invalid, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, SubmissionProblem.of(invalid));
    }

    @ExceptionHandler
    void conflicting(ConflictingAssessment conflict, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, SubmissionProblem.of(conflict));
    }

    @ExceptionHandler
    void erased(ErasedContent erased, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, SubmissionProblem.of(erased));
    }

    @ExceptionHandler
    void foreign(ForeignArea foreign, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, SubmissionProblem.of(foreign));
    }

    /** What is elsewhere is answered as what is nowhere, to the letter. */
    @ExceptionHandler
    void outOfAreas(OutOfAreas out, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = switch (out.what()) {
            case ADDRESS -> ProtocolProblem.of(404, request.getMethod(), null, null);
            case DECISION -> Unknown.decision().problem();
            case EVERYTHING ->
                Problem.of(
                        ProblemKind.FOREIGN_AREA,
                        "this is about all areas at once, and your account is for "
                                + out.areas().told() + "; ask somebody who has all");
        };
        ProblemWriter.write(response, problem);
    }

    @ExceptionHandler
    void glassHolds(GlassHolds holds, HttpServletResponse response) throws IOException {
        Problem problem = switch (holds.why()) {
            case NOT_YOURS ->
                Problem.of(ProblemKind.FORBIDDEN, "the glass is for managers and auditors to break, and to read");
            case NO_REASON ->
                Problem.of(
                        ProblemKind.FAULTY,
                        "say in `" + BreakGlass.HEADER + "` why you cannot wait, in your own words and "
                                + BreakGlass.SHORTEST + " to 500 characters; it is recorded with your name");
        };
        ProblemWriter.write(response, problem);
    }

    @ExceptionHandler
    void underHold(UnderHold hold, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, Problem.of(ProblemKind.UNDER_HOLD, String.valueOf(hold.getMessage())));
    }

    @ExceptionHandler
    void cannotReplay(CannotReplay impossible, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, Problem.of(ProblemKind.CANNOT_REPLAY, String.valueOf(impossible.getMessage())));
    }

    @ExceptionHandler
    void faultyRules(RuleSetRejected rejected, HttpServletResponse response) throws IOException {
        faulty(rejected.faults(), response);
    }

    @ExceptionHandler
    void faultyScenarios(ScenariosRejected rejected, HttpServletResponse response) throws IOException {
        faulty(rejected.faults(), response);
    }

    private static void faulty(List<RuleFault> found, HttpServletResponse response) throws IOException {
        List<Fault> faults = found.stream()
                .map(fault -> new Fault(pointer(fault.place().file()), fault.toString()))
                .toList();
        String detail = "nothing is recorded; put right what `errors` says and send it again";
        ProblemWriter.write(response, Problem.of(ProblemKind.FAULTY_RULES, detail, faults));
    }

    /** A file stands in an archive where it would stand in a draft that is sent as JSON. */
    private static String pointer(String file) {
        return file.equals(RuleSetZip.ARCHIVE) ? Pointer.WHOLE : Pointer.to("files", file);
    }

    @ExceptionHandler
    void policyRefusal(PolicyRefusal refusal, HttpServletResponse response) throws IOException {
        ProblemKind kind = switch (refusal.why()) {
            case UNKNOWN -> ProblemKind.NOT_FOUND;
            case NOT_NOW -> ProblemKind.NOT_NOW;
            case NOT_YOU -> ProblemKind.SECOND_PERSON;
            case INVALID -> ProblemKind.FAULTY;
        };
        ProblemWriter.write(response, Problem.of(kind, String.valueOf(refusal.getMessage())));
    }

    @ExceptionHandler
    void judgementRefusal(JudgementRefusal refusal, HttpServletResponse response) throws IOException {
        ProblemKind kind = switch (refusal.why()) {
            case MALFORMED -> ProblemKind.BAD_REQUEST;
            case UNKNOWN -> ProblemKind.NOT_FOUND;
            case FAULTY -> ProblemKind.FAULTY;
            case NOT_NOW -> ProblemKind.NOT_NOW;
            case NOT_YOU -> ProblemKind.SECOND_PERSON;
        };
        ProblemWriter.write(response, Problem.of(kind, String.valueOf(refusal.getMessage()), refusal.faults()));
    }

    @ExceptionHandler
    void missing(MissingServletRequestParameterException missing, HttpServletResponse response) throws IOException {
        String name = missing.getParameterName();
        ProblemWriter.write(
                response,
                Problem.of(
                        ProblemKind.BAD_REQUEST,
                        "`" + name + "` is missing: it stands behind the address, as `?" + name + "=…`"));
    }

    @ExceptionHandler
    void trouble(LogTrouble trouble, HttpServletResponse response) throws IOException {
        ProblemWriter.write(
                response, Problem.of(ProblemKind.NOT_NOW, "nothing is sealed any more: " + trouble.getMessage()));
    }

    @ExceptionHandler
    void unavailable(TrailUnavailable unavailable, HttpServletResponse response) throws IOException {
        LOG.error("The trail cannot be reached: {}", unavailable.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_FOR_STORE);
        ProblemWriter.write(
                response,
                Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "nothing is decided that is not recorded; send the same request again a little later, an"
                                + " assessment is recorded once however often it is sent"));
    }

    @ExceptionHandler
    void noRuleSet(NoRuleSet none, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_FOR_RULES);
        ProblemWriter.write(
                response,
                Problem.of(
                        ProblemKind.NO_RULE_SET,
                        "nothing can be screened until a rule set is in force; tell whoever runs this service"));
    }

    /** What stands behind the address is read when somebody first asks for it, and the server throws what it finds. */
    @ExceptionHandler
    void unreadableQuery(InvalidParameterException unreadable, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, Problem.of(ProblemKind.BAD_REQUEST, UNREADABLE_QUERY));
    }

    @ExceptionHandler
    void unreadableType(InvalidMimeTypeException unreadable, HttpServletResponse response) throws IOException {
        ProblemWriter.write(
                response,
                Problem.of(
                        ProblemKind.BAD_REQUEST,
                        "`Accept` or `Content-Type` names no media type; it looks like `application/json`"));
    }

    /** Health is asked by the names of its parts, and the framework fails at one that looks like two. */
    @ExceptionHandler({IllegalArgumentException.class, IllegalStateException.class})
    void noSuchPart(RuntimeException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getServletPath().startsWith("/actuator/health/")) {
            ProblemWriter.write(
                    response, Problem.of(ProblemKind.NOT_FOUND, "the health of the service has no such part"));
        } else {
            anythingElse(failure, request, response);
        }
    }

    /** Of a body that the framework itself reads, where somebody sends one to a call that has none. */
    @ExceptionHandler
    void unreadableBody(HttpMessageNotReadableException unreadable, HttpServletResponse response) throws IOException {
        ProblemWriter.write(
                response, Problem.of(ProblemKind.BAD_REQUEST, "the body cannot be read; this call needs none"));
    }

    /** Who may do what, and what no header or parameter may hold, is answered in front of all this. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class, RequestRejectedException.class})
    void notOurs(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    void anythingElse(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failure instanceof ErrorResponse answered) {
            answered.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
            ProblemWriter.write(
                    response,
                    ProtocolProblem.of(
                            answered.getStatusCode().value(),
                            request.getMethod(),
                            response.getHeader("Allow"),
                            response.getHeader("Accept")));
        } else if (!(failure instanceof AsyncRequestNotUsableException)) {
            ProblemWriter.write(response, Incident.of(failure));
        }
    }
}
