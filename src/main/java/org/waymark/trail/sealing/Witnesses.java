package org.waymark.trail.sealing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.trail.log.MalformedText;
import org.waymark.trail.log.NoteSignature;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.SignedNote.Check;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.log.WitnessRequest;
import org.waymark.trail.sealing.CheckpointStore.Kept;

/**
 * Sends each checkpoint to the witnesses and keeps what they sign: {@code add-checkpoint} of C2SP tlog-witness. A
 * witness that does not answer is asked again with the next checkpoint, which covers this one too.
 */
final class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONFLICT = 409;
    private static final int OK = 200;
    private static final int MOST_BYTES = 64 * 1024;

    private final List<Witness> all;
    private final MongoCollection<Document> seen;
    private final CheckpointStore checkpoints;
    private final SealedLog log;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, String> trouble = new TreeMap<>();

    Witnesses(List<Witness> all, MongoDatabase database, CheckpointStore checkpoints, SealedLog log) {
        this.all = List.copyOf(all);
        this.seen = database.getCollection("witnesses");
        this.checkpoints = checkpoints;
        this.log = log;
    }

    List<Verifier> keys() {
        return all.stream().map(Witness::verifier).toList();
    }

    boolean any() {
        return !all.isEmpty();
    }

    /** What is wrong with which witness, by name; none where all signed what they were last asked. */
    synchronized Map<String, String> trouble() {
        return Map.copyOf(trouble);
    }

    /** Asks every witness that has not signed the newest checkpoint. */
    void ask() {
        checkpoints
                .newest()
                .ifPresent(newest -> all.stream()
                        .filter(witness -> newest.note().check(witness.verifier()) != Check.VERIFIED)
                        .forEach(witness -> ask(witness, newest)));
    }

    private void ask(Witness witness, Kept newest) {
        String name = witness.verifier().name();
        try {
            Optional<String> fault = signed(witness, newest);
            note(name, fault);
        } catch (IOException | MalformedText e) {
            note(name, Optional.of(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(String name, Optional<String> fault) {
        String before = fault.isPresent() ? trouble.put(name, fault.get()) : trouble.remove(name);
        if (fault.isPresent() && !fault.get().equals(before)) {
            LOG.warn("The witness {} has not signed the newest checkpoint: {}", name, fault.get());
        }
    }

    /** What is wrong, if the witness did not sign. */
    private Optional<String> signed(Witness witness, Kept newest) throws IOException, InterruptedException {
        Answer answer = send(witness, request(lastSeen(witness), newest));
        if (answer.status() == CONFLICT) {
            // It saw another size than is noted here, and says which.
            answer = send(witness, request(size(answer.body(), newest.size()), newest));
        }
        if (answer.status() != OK) {
            return Optional.of("it answered " + answer.status());
        }
        SignedNote cosigned = newest.note();
        for (NoteSignature line : NoteSignature.parseLines(answer.body())) {
            SignedNote with = cosigned.with(line);
            cosigned = with.check(witness.verifier()) == Check.VERIFIED ? with : cosigned;
        }
        if (cosigned.equals(newest.note())) {
            return Optional.of("it answered with no signature of its key");
        }
        keep(witness, newest, cosigned);
        return Optional.empty();
    }

    /** Another witness may have signed meanwhile: its signature stays. */
    private void keep(Witness witness, Kept newest, SignedNote cosigned) {
        SignedNote all = checkpoints.of(newest.size()).map(Kept::note).orElse(cosigned);
        for (NoteSignature line : cosigned.signatures()) {
            if (witness.verifier().named(line)) {
                all = all.with(line);
            }
        }
        checkpoints.keep(new Kept(newest.size(), all, newest.signedAt()));
        Document self = new Document("_id", witness.verifier().text());
        seen.replaceOne(self, new Document(self).append("size", newest.size()), new ReplaceOptions().upsert(true));
    }

    private WitnessRequest request(long oldSize, Kept newest) {
        long from = Math.min(oldSize, newest.size());
        return new WitnessRequest(from, log.consistency(from, newest.size()), newest.note());
    }

    private long lastSeen(Witness witness) {
        Document found =
                seen.find(new Document("_id", witness.verifier().text())).first();
        return found == null ? 0 : found.getLong("size");
    }

    private static long size(String body, long most) throws IOException {
        try {
            long size = Long.parseLong(body.strip());
            if (size < 0 || size > most) {
                throw new IOException("it says that it saw `" + size + "` entries, the log has " + most
                        + ": the log is shorter than it was, or not the one that it saw");
            }
            return size;
        } catch (NumberFormatException e) {
            throw new IOException("it answered 409 without the size that it saw");
        }
    }

    private Answer send(Witness witness, WitnessRequest request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(witness.url().resolve("add-checkpoint"))
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(request.print()))
                .build();
        HttpResponse<InputStream> answer = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            return new Answer(answer.statusCode(), new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }

    private record Answer(int status, String body) {}
}
