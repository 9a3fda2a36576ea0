package org.waymark.intake.http;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with JSON that is text already, to the letter. */
final class Answer {

    private Answer() {}

    static ResponseEntity<byte[]> ok(String json) {
        return json(ResponseEntity.ok(), json);
    }

    static ResponseEntity<byte[]> json(ResponseEntity.BodyBuilder answer, String json) {
        return answer.contentType(MediaType.APPLICATION_JSON).body(json.getBytes(StandardCharsets.UTF_8));
    }
}
