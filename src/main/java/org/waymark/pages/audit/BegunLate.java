package org.waymark.pages.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A file that is taken away. The answer begins with its first bytes and not before, so that until then it can still be a
 * page that says why there is no file; from then on it is under way.
 */
final class BegunLate extends OutputStream {

    private final String name;
    private final HttpServletResponse response;

    BegunLate(String name, HttpServletResponse response) {
        this.name = name;
        this.response = response;
    }

    private OutputStream begun() throws IOException {
        if (!response.isCommitted()) {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
            response.flushBuffer();
        }
        return response.getOutputStream();
    }

    @Override
    public void write(int one) throws IOException {
        begun().write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        begun().write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        begun().flush();
    }
}
