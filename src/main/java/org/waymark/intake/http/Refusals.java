package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.access.SignIn;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;

/** What somebody reads who may not come in. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    /** Deeper than any chain of causes, and an end to one that goes round. */
    private static final int MOST_CAUSES = 20;

    private final SignIn signIn;

    Refusals(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (isOfTheProvider(unknown)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            ProblemWriter.write(
                    response,
                    Problem.of(
                            ProblemKind.NO_PROVIDER,
                            "who you are cannot be checked now; try again a little later, and tell whoever runs this"
                                    + " service"));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, signIn.challenge());
        ProblemWriter.write(response, Problem.of(ProblemKind.UNAUTHENTICATED, signIn.howTo()));
    }

    private static boolean isOfTheProvider(Throwable failure) {
        return Stream.iterate((Throwable) failure, one -> one != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(AuthenticationServiceException.class::isInstance);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Problem problem;
        if (denied instanceof CsrfException) {
            problem = Problem.of(
                    ProblemKind.NO_TOKEN,
                    "send with it the token of your session, from `GET /api/session`, in the header that it names there");
        } else if (Caller.of(request.getUserPrincipal()).roles().isEmpty()) {
            problem = Problem.of(
                    ProblemKind.FORBIDDEN,
                    "you are signed in, and nothing in your sign-in means a role here; ask whoever runs this service to"
                            + " map one of your groups or roles (WAYMARK_OIDC_ROLES), or your identity provider to give"
                            + " you one that is mapped");
        } else {
            problem = Problem.of(ProblemKind.FORBIDDEN, "ask as a user whose role does, or ask a manager");
        }
        ProblemWriter.write(response, problem);
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
