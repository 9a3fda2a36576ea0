package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.problem.ProblemKind;

/**
 * Why somebody asks to read what is recorded: behind the address as {@code ?reason=...}, or in a header. Nobody has to say;
 * that they did not is recorded.
 */
final class Why {

    /** The parameter behind the address. */
    static final String PARAMETER = "reason";

    /** The header, for callers that must not have the reason in the address, which others may log. */
    static final String HEADER = "Waymark-Reason";

    /** What the description says of it. */
    static final String DESCRIBED =
            "Why you look, in your own words; recorded with who looked and when. It can be sent as"
                    + " the header `Waymark-Reason` instead. Left out, it is recorded that no reason was given.";

    private static final int LONGEST = 500;

    private Why() {}

    /**
     * The reason, null where none is given.
     *
     * @param beside what else may stand behind the address
     * @throws Refused where anything else stands behind the address, or the reason cannot be kept
     */
    static @Nullable String of(HttpServletRequest request, String... beside) {
        Form form = Form.ofQuery(
                request, Stream.concat(Stream.of(PARAMETER), Stream.of(beside)).toList());
        String said = form.optional(PARAMETER).orElse(null);
        String header = request.getHeader(HEADER);
        if (said != null && header != null) {
            form.fault(PARAMETER, "is given behind the address and in the header `" + HEADER + "`: give it once");
        }
        String reason = said == null ? header : said;
        faults(reason).forEach(fault -> form.fault(PARAMETER, fault));
        form.orRefuse();
        return kept(reason);
    }

    /** The reason in the header, for calls that have something else behind the address. */
    static @Nullable String ofHeader(HttpServletRequest request) {
        String reason = request.getHeader(HEADER);
        List<String> faults = faults(reason);
        if (!faults.isEmpty()) {
            throw new Refused(ProblemKind.BAD_REQUEST, "`" + HEADER + "` " + String.join("; it ", faults));
        }
        return kept(reason);
    }

    private static List<String> faults(@Nullable String reason) {
        List<String> faults = new ArrayList<>();
        if (reason != null && reason.length() > LONGEST) {
            faults.add("has more than " + LONGEST + " characters");
        }
        if (reason != null && reason.codePoints().anyMatch(Why::isUnreadable)) {
            faults.add("holds a character that nobody can read: leave it out");
        }
        return faults;
    }

    private static @Nullable String kept(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    private static boolean isUnreadable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
