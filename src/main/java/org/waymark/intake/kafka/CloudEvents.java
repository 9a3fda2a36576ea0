package org.waymark.intake.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.waymark.casework.relay.Event;

/** Events as CloudEvents 1.0 in the JSON format. None of its attributes names a young person; only the data does. */
final class CloudEvents {

    static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE;

    private static final String TYPES = "org.waymark.decision.";

    private final JsonFormat format = new JsonFormat();
    private final URI source;

    /** @param log the name of the log that the events are entries of */
    CloudEvents(String log) {
        try {
            this.source = new URI(null, null, "/waymark/" + log, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the name of the log `" + log + "` cannot stand in an address", e);
        }
    }

    /** The event, with its data to the letter. */
    byte[] whole(Event event) {
        return format.serialize(envelope(event)
                .withData("application/json", event.data().getBytes(StandardCharsets.UTF_8))
                .build());
    }

    /** The event without its data, and with where that can be read: CloudEvents' extension `dataref`. */
    byte[] withoutData(Event event) {
        CloudEvent pointing = envelope(event)
                .withDataContentType("application/json")
                .withExtension("dataref", URI.create("/api/decisions/" + event.decisionId()))
                .build();
        return format.serialize(pointing);
    }

    private CloudEventBuilder envelope(Event event) {
        return CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(source)
                .withType(TYPES + event.type().code())
                .withSubject(event.decisionId())
                .withTime(event.recordedAt().atOffset(ZoneOffset.UTC));
    }
}
