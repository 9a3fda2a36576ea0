package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.waymark.casework.problem.Problem;

/** Answers with a problem document, whatever the caller said it would accept: a refusal has to be read. */
final class ProblemWriter {

    private ProblemWriter() {}

    static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.kind().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        // Some refusals come before the filters that set these.
        SafeHeaders.ofRefusal(response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
