package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;

/** What somebody reads who may not come in. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Waymark\", charset=\"UTF-8\"");
        ProblemWriter.write(
                response,
                Problem.of(
                        ProblemKind.UNAUTHENTICATED,
                        "send a user and its password by HTTP Basic; the service names its users and where the password"
                                + " comes from when it starts"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        ProblemWriter.write(
                response, Problem.of(ProblemKind.FORBIDDEN, "ask as a user whose role does, or ask a manager"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        ProblemWriter.write(
                response,
                Problem.of(
                        ProblemKind.BAD_REQUEST,
                        "the address, the method or a header holds something that is not allowed there; send it"
                                + " percent-encoded, or leave it out"));
    }
}
