package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Takes in the bytes of a request, and never more of them than an assessment may have. */
final class Body {

    private static final int MOST_BYTES = 1024 * 1024;

    private Body() {}

    /**
     * The body of the request.
     *
     * @throws Refused where it is too large, in an encoding that is not read here, or breaks off
     */
    static byte[] of(HttpServletRequest request) {
        requirePlainUtf8(request);
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        byte[] body = read(request);
        if (body.length > MOST_BYTES) {
            throw tooLarge();
        }
        return body;
    }

    /** Without a length in front it can only be read to find out, one byte beyond what is allowed. */
    private static byte[] read(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException brokenOff) {
            throw new Refused(
                    ProblemKind.BAD_REQUEST, "the body broke off before its end; nothing is recorded, send it again");
        }
    }

    private static void requirePlainUtf8(HttpServletRequest request) {
        Charset charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        boolean utf8 = charset == null || charset.equals(StandardCharsets.UTF_8);
        if (!utf8 || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new Refused(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProtocolProblem.UNSUPPORTED);
        }
    }

    private static Refused tooLarge() {
        return new Refused(
                ProblemKind.TOO_LARGE,
                "an assessment has " + MOST_BYTES + " bytes at most; nothing is recorded, send less");
    }
}
