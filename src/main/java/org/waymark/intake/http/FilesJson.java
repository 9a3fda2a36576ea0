package org.waymark.intake.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.ruleset.RuleFiles;

/** The files of a version as JSON: what is text by name, and the names of what is none. */
final class FilesJson {

    private FilesJson() {}

    static Map<String, Object> of(RuleFiles files) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> binary = new ArrayList<>();
        files.all()
                .forEach((name, content) ->
                        text(content).ifPresentOrElse(text -> texts.put(name, text), () -> binary.add(name)));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("files", texts);
        shown.put("binary", binary);
        return shown;
    }

    /** The text, if its bytes are one: a file is never shown as something that it is not. */
    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
