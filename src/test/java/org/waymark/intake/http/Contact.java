package org.waymark.intake.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A contact about a young person, to begin with the contract's own example. */
final class Contact {

    private static final String EXAMPLE = read();

    private final ObjectNode document;

    private Contact(ObjectNode document) {
        this.document = document;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/test/resources/assessment/contract-example.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the contract's example says, of another young person. */
    static Contact about(String reference) {
        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(EXAMPLE);
        document.put("assessmentId", "MASH-of-" + reference);
        ((ObjectNode) document.path("youngPerson")).put("reference", reference);
        return new Contact(document);
    }

    /** The same with the value at a pointer changed, or a field added. */
    Contact with(String pointer, String json) {
        ObjectNode changed = document.deepCopy();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) changed.at(pointer.substring(0, last)))
                .set(pointer.substring(last + 1), JsonMapper.shared().readTree(json));
        return new Contact(changed);
    }

    /** The same with other observations. */
    Contact observing(String observations) {
        return with("/observations", "[" + observations + "]");
    }

    JsonNode document() {
        return document;
    }

    String json() {
        return document.toString();
    }
}
