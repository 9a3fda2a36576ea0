package org.waymark.casework.problem;

import org.waymark.assessment.Coded;

/** What can go wrong with a call, as programs tell it apart. The code is part of the interface and never changes. */
public enum ProblemKind implements Coded {
    BAD_REQUEST(400, "The request makes no sense"),
    MALFORMED(400, "The assessment is not JSON"),
    UNAUTHENTICATED(401, "You are not signed in"),
    FORBIDDEN(403, "Your role does not allow this"),
    FOREIGN_AREA(403, "That area is not yours"),
    NO_TOKEN(403, "The session's token is missing"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "That cannot be done here"),
    NOT_ACCEPTABLE(406, "There is no answer of that type"),
    CONFLICT(409, "Another assessment has this number"),
    UNDER_HOLD(409, "A legal hold forbids it"),
    ERASED(410, "What was recorded has been erased"),
    CANNOT_REPLAY(409, "The decision cannot be made again"),
    TOO_LARGE(413, "Too much was sent"),
    UNSUPPORTED_MEDIA_TYPE(415, "That is not read here"),
    INVALID(422, "The assessment has faults"),
    FAULTY(422, "The request has faults"),
    FAULTY_RULES(422, "The rule set has faults"),
    NOT_NOW(409, "That cannot be done as things stand"),
    SECOND_PERSON(403, "A second person is needed"),
    TOO_MANY(429, "Too much is asked at once"),
    INTERNAL(500, "Waymark failed"),
    NO_PROVIDER(503, "The identity provider cannot be reached"),
    UNAVAILABLE(503, "What is recorded cannot be reached"),
    NO_RULE_SET(503, "No rule set is in force");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What happened, in words for a person. */
    public String title() {
        return title;
    }

    /** The stable URI of RFC 9457's {@code type}. */
    public String type() {
        return "urn:waymark:problem:" + code();
    }
}
