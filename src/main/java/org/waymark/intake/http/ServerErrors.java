package org.waymark.intake.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.problem.Incident;
import org.waymark.casework.problem.Problem;

/** What the server itself answers, before or after the service: a problem document in place of its HTML page. */
public final class ServerErrors extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final int OURS = 500;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        // The second and third condition are those of the page that this replaces.
        if (status < FIRST_ERROR
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !isOpen(response)) {
            return;
        }
        try {
            Problem problem = status == OURS
                    ? Incident.of(failure)
                    : ProtocolProblem.of(
                            status, request.getMethod(), response.getHeader("Allow"), response.getHeader("Accept"));
            ProblemWriter.write(response.getResponse(), problem);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // Whoever asked has hung up: there is nobody to tell.
        }
    }

    private static boolean isOpen(Response response) {
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        return open.get();
    }
}
