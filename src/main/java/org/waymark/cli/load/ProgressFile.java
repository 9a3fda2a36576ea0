package org.waymark.cli.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.assessment.Json;
import org.waymark.cli.UsersFault;
import org.waymark.store.DurableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Where it is written down how far a load is, so that the next one goes on there. */
record ProgressFile(Path path) {

    private static final long MOST_BYTES = 64 * 1024;

    /**
     * What is written down, or where to begin.
     *
     * @param fresh what it would be at the beginning
     * @throws UsersFault where what is written down is about another file, mapping or destination
     */
    Progress read(Progress fresh, Path file) {
        if (!Files.exists(path)) {
            return fresh;
        }
        Progress found = parsed();
        if (!found.digest().equals(fresh.digest())) {
            throw changed("`" + file + "` is not the file any more that `" + path + "` is about");
        } else if (!found.mapping().equals(fresh.mapping())) {
            throw changed(
                    "the mapping is not the one any more with which `" + file + "` was begun, says `" + path + "`");
        } else if (!found.to().equals(fresh.to())) {
            throw changed("`" + file + "` was begun to be loaded into " + found.to() + ", says `" + path + "`");
        }
        return found;
    }

    private UsersFault changed(String what) {
        return new UsersFault(what + ": put that back to go on where it stopped, or take `" + path
                + "` away to begin again; what is recorded already is recorded once");
    }

    private Progress parsed() {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw unreadable();
            }
            JsonNode json = Json.read(Files.readString(path));
            SortedMap<String, Long> rejected = new TreeMap<>();
            json.path("rejected")
                    .properties()
                    .forEach(one -> rejected.put(one.getKey(), one.getValue().longValue()));
            return new Progress(
                    json.required("file").asString(),
                    json.required("mapping").asString(),
                    json.required("to").asString(),
                    json.required("line").longValue(),
                    json.required("recorded").longValue(),
                    json.required("repeats").longValue(),
                    rejected,
                    json.required("reportBytes").longValue());
        } catch (IOException | JacksonException | IllegalArgumentException broken) {
            throw unreadable();
        }
    }

    private UsersFault unreadable() {
        return new UsersFault(
                "`" + path + "` does not say how far a load is: take it away to begin again, or name another"
                        + " with --progress");
    }

    /** Writes it down so that it outlives a power cut. */
    void write(Progress progress) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", progress.digest());
        fields.put("mapping", progress.mapping());
        fields.put("to", progress.to());
        fields.put("line", progress.line());
        fields.put("recorded", progress.recorded());
        fields.put("repeats", progress.repeats());
        fields.put("rejected", progress.rejected());
        fields.put("reportBytes", progress.reportBytes());
        DurableFile.write(path, Json.write(fields) + "\n");
    }

    /** All is done. */
    void remove() throws IOException {
        Files.deleteIfExists(path);
    }
}
