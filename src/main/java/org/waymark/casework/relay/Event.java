package org.waymark.casework.relay;

import java.time.Instant;
import org.waymark.assessment.PersonKey;

/**
 * Something that others are told of.
 *
 * @param id the same however often it is told, and no other's; it names nobody
 * @param decisionId the decision that it is about
 * @param youngPerson what is told about one of them is told in its order
 * @param data JSON: of a proposal the decision to the letter as it is recorded, of an act what the API shows of it
 */
public record Event(
        String id, EventType type, String decisionId, PersonKey youngPerson, Instant recordedAt, String data) {}
