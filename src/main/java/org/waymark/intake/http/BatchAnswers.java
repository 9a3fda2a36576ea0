package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.waymark.casework.stream.Ending;
import org.waymark.casework.stream.LineAnswer;
import org.waymark.casework.stream.LineSink;

/** Answers to lines, as lines. Whoever does not read them for as long as a connection may be silent is hung up on. */
final class BatchAnswers implements LineSink {

    private final OutputStream out;
    private final boolean decisions;

    BatchAnswers(HttpServletResponse response, boolean decisions) throws IOException {
        this.out = response.getOutputStream();
        this.decisions = decisions;
    }

    /** From here on one thread reads and another writes, so what comes before the first answer is settled now. */
    void begin() throws IOException {
        out.flush();
    }

    @Override
    public void answer(LineAnswer answer) throws IOException {
        line(answer.json(decisions));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Says at which line to go on, where not all were answered. */
    void end(Ending ending) throws IOException {
        if (!ending.complete()) {
            line(ending.json());
        }
        out.flush();
    }

    private void line(String json) throws IOException {
        out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
