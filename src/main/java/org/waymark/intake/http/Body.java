package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.waymark.casework.problem.ProblemKind;

/** Takes in the bytes of a request, and never more of them than what is sent there may have. */
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
        return of(request, MOST_BYTES);
    }

    /**
     * The same of a body that is no text.
     *
     * @param most how many bytes it may have
     */
    static byte[] binary(HttpServletRequest request, int most) {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new Refused(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "send it without a `Content-Encoding`");
        }
        return of(request, most);
    }

    private static byte[] of(HttpServletRequest request, int most) {
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        byte[] body = read(request, most);
        if (body.length > most) {
            throw tooLarge(most);
        }
        return body;
    }

    /** Without a length in front it can only be read to find out, one byte beyond what is allowed. */
    private static byte[] read(HttpServletRequest request, int most) {
        try {
            return request.getInputStream().readNBytes(most + 1);
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

    private static Refused tooLarge(int most) {
        return new Refused(
                ProblemKind.TOO_LARGE,
                "what is sent here has " + most + " bytes at most; nothing is recorded, send less");
    }
}
