package org.waymark.trail.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.proof.ExportLine.End;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An export in the hands of somebody who changes it. Every change gives another. */
record Exported(List<String> lines) {

    Exported {
        lines = List.copyOf(lines);
    }

    static Exported of(byte[] file) {
        return new Exported(new String(file, StandardCharsets.UTF_8).lines().toList());
    }

    byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The lines of a type, from 0. */
    List<Integer> where(String type) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("\"type\":\"" + type + "\""))
                .boxed()
                .toList();
    }

    ObjectNode json(int line) {
        return (ObjectNode) JsonMapper.shared().readTree(lines.get(line));
    }

    Exported with(int line, String text) {
        return changed(all -> all.set(line, text));
    }

    Exported with(int line, Consumer<ObjectNode> change) {
        ObjectNode json = json(line);
        change.accept(json);
        return with(line, CanonicalJson.write(json));
    }

    Exported changed(Consumer<List<String>> change) {
        List<String> all = new ArrayList<>(lines);
        change.accept(all);
        return new Exported(all);
    }

    /** With a last line over what stands before it now, by whoever has this key. */
    Exported ended(LogKey key) {
        return changed(all -> {
            all.removeIf(line -> line.endsWith("\"type\":\"end\"}"));
            byte[] body = (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
            all.add(end(body, all.size(), key));
        });
    }

    static String end(byte[] body, long lines, LogKey key) {
        String sha256 = HexFormat.of().formatHex(FileCheck.sha256().digest(body));
        String text = End.text(RecordedLog.KEY.name(), lines, sha256);
        return new End(lines, sha256, SignedNote.sign(text, key)).print();
    }

    Report verified(Anchor anchor) {
        return verified(bytes(), anchor, 1000);
    }

    /** Whether there is any fault in it. */
    boolean detected(Anchor anchor) {
        return detected(bytes(), anchor);
    }

    static boolean detected(byte[] file, Anchor anchor) {
        return !verified(file, anchor, 1).verified();
    }

    static Report verified(byte[] file, Anchor anchor, int most) {
        try {
            return new Verification(anchor, RecordedLog.HASH, most).of(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
