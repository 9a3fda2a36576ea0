package org.waymark.intake.http;

import org.jspecify.annotations.Nullable;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;

/** What is wrong with a call that never came as far as an assessment. */
final class ProtocolProblem {

    private ProtocolProblem() {}

    /**
     * The problem with a status that the framework or the server chose.
     *
     * @param allowed the methods that are possible there, where that is what was wrong
     * @param types the media types that are possible there, where that is what was wrong
     */
    static Problem of(int status, String method, @Nullable String allowed, @Nullable String types) {
        return switch (status) {
            case 404 -> Problem.of(ProblemKind.NOT_FOUND, "nothing is at this address; /api/openapi.json says what is");
            case 405 ->
                Problem.of(
                        ProblemKind.METHOD_NOT_ALLOWED,
                        "`" + method + "` is not possible here"
                                + (allowed == null
                                        ? ""
                                        : "; possible is "
                                                + allowed.replace(",", ", ").replace("  ", " ")));
            case 406 ->
                Problem.of(
                        ProblemKind.NOT_ACCEPTABLE,
                        "this is answered as " + either(types) + "; let `Accept` allow that");
            case 415 -> unsupported(types);
            case 503 ->
                Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "the service is starting or stopping; send the same request again a little later");
            default ->
                Problem.of(ProblemKind.BAD_REQUEST, "the request could not be read; /api/openapi.json says how to ask");
        };
    }

    private static Problem unsupported(@Nullable String types) {
        boolean json = types == null || types.equals(JSON);
        return Problem.of(
                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                json ? UNSUPPORTED : "send it with `Content-Type: " + either(types) + "`");
    }

    private static String either(@Nullable String types) {
        return types == null ? JSON : types.replaceAll(", *", " or ");
    }

    private static final String JSON = "application/json";

    static final String UNSUPPORTED =
            "send it with `Content-Type: application/json`, in UTF-8 and without a `Content-Encoding`";
}
