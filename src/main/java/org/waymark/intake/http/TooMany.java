package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;

/** Tells somebody who asks too often when to ask again. */
final class TooMany {

    private TooMany() {}

    static void answer(HttpServletResponse response, long seconds, String why) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        ProblemWriter.write(
                response,
                Problem.of(
                        ProblemKind.TOO_MANY,
                        why + "; nothing is recorded, send the same again after " + seconds
                                + (seconds == 1 ? " second" : " seconds")));
    }
}
