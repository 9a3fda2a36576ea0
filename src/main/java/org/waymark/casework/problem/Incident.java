package org.waymark.casework.problem;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure that is ours. Whoever called gets a number, and the log says under that number where it happened. */
public final class Incident {

    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);

    private Incident() {}

    /**
     * Logs a failure in one line: what kind and where, not its message, which can hold what was said about a child.
     * The whole of it is in the log at level debug.
     */
    public static Problem of(@Nullable Throwable failure) {
        String number = "urn:uuid:" + UUID.randomUUID();
        LOG.error("{}: {}", number, described(failure));
        LOG.debug("{}", number, failure);
        return new Problem(
                ProblemKind.INTERNAL,
                "this is a fault of the service, not of the request; tell whoever runs it the number in `instance`."
                        + " An assessment that was sent may be recorded or not: send the same again to find out",
                List.of(),
                number);
    }

    private static String described(@Nullable Throwable failure) {
        if (failure == null) {
            return "the server failed outside the service";
        }
        String where = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.waymark."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        Throwable cause = failure.getCause();
        return failure.getClass().getName()
                + where
                + (cause == null || cause == failure ? "" : ", because of " + described(cause));
    }
}
