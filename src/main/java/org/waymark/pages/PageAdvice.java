package org.waymark.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.waymark.casework.ErasedContent;
import org.waymark.casework.problem.Incident;
import org.waymark.ruleset.RuleSetInForce.NoRuleSet;
import org.waymark.trail.TrailUnavailable;

/** What every page has around it, and the page that somebody sees where theirs cannot be shown. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackages = "org.waymark.pages")
class PageAdvice {

    private final PagesFace face;

    PageAdvice(PagesFace face) {
        this.face = face;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        return Frame.of(request);
    }

    @ExceptionHandler(NoSuchThing.class)
    void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem("not-found", 404, request, response);
    }

    @ExceptionHandler(ErasedContent.class)
    void erased(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem("erased", 410, request, response);
    }

    @ExceptionHandler(NoRuleSet.class)
    void noRules(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem("no-rules", 503, request, response);
    }

    @ExceptionHandler(TrailUnavailable.class)
    void unavailable(TrailUnavailable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        endIfBegun(failure, response);
        problem("unavailable", 503, request, response);
    }

    /** What no field may hold: it is refused when it is asked for, which may be here. */
    @ExceptionHandler(RequestRejectedException.class)
    void rejected(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem("not-understood", 400, request, response);
    }

    /** What the framework itself could not read: a field that is missing, another method. */
    @ExceptionHandler(ServletException.class)
    void notUnderstood(ServletException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure instanceof ErrorResponse answer) {
            problem("not-understood", answer.getStatusCode().value(), request, response);
        } else {
            Incident.of(failure);
            problem("incident", 500, request, response);
        }
    }

    /** A form or an address that the server could not take apart, or that has more than a page asks for. */
    @ExceptionHandler(InvalidParameterException.class)
    void unreadable(InvalidParameterException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problem("not-understood", failure.getErrorCode(), request, response);
    }

    @ExceptionHandler(RuntimeException.class)
    void incident(RuntimeException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Incident.of(failure);
        endIfBegun(failure, response);
        problem("incident", 500, request, response);
    }

    /** A file that is under way ends where it failed: no page can stand behind its beginning. */
    private static void endIfBegun(RuntimeException failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw failure;
        }
    }

    private void problem(String kind, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        face.show("problem", Map.of("kind", kind), request, response, status);
    }
}
