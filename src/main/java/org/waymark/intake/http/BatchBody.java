package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.GzipLines;

/** The body of a batch, as it comes, unpacked where it is packed. */
final class BatchBody {

    private static final String GZIP = "gzip";

    private BatchBody() {}

    /** @throws Refused where it comes in a form that is not read here */
    static void require(HttpServletRequest request) {
        Charset charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        String encoding = encoding(request);
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)
                || encoding != null && !encoding.equalsIgnoreCase(GZIP)) {
            throw new Refused(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "send it with `Content-Type: " + BatchController.NDJSON
                            + "`, in UTF-8, and as it is or with `Content-Encoding: gzip`");
        }
    }

    static InputStream of(HttpServletRequest request) throws IOException {
        InputStream plain = new Told(request.getInputStream());
        return encoding(request) == null ? plain : new GzipLines(plain);
    }

    private static @Nullable String encoding(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_ENCODING);
    }

    /** Says in words for the sender that the body broke off; the server's own are for its log. */
    private static final class Told extends InputStream {

        private final InputStream in;

        Told(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            try {
                return in.read(bytes, from, most);
            } catch (IOException brokenOff) {
                throw new IOException("the body broke off before its end, or stayed away too long", brokenOff);
            }
        }
    }
}
