package org.waymark.trail.proof;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.mongodb.client.MongoDatabase;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Draft;
import org.waymark.trail.Erasing;
import org.waymark.trail.Erasure;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.keys.PersonKeys;
import org.waymark.trail.sealing.Logs;

/**
 * Something is erased between the checkpoint that a file is to cover and its last line, and what records that is not in
 * the log yet: the file is not ended as if somebody had taken the key away.
 */
class ErasedMeanwhileTest {

    private static final Person CHILD = new Person("child");
    private static final int CONTACTS = 25;

    @TempDir
    Path folder;

    private Store store;
    private TrailExport export;
    private Erasing erasing;

    @BeforeEach
    void record() {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        MongoDatabase database = store.database();
        PersonKeys keys = newKeys(database);
        Trail trail = Trail.in(database, keys, Clock.systemUTC());
        for (int i = 1; i <= CONTACTS; i++) {
            trail.append(CHILD, i, screened(i));
        }
        Logs logs = new Logs(database, folder.resolve("checkpoints"), RecordedLog.KEY, RecordedLog.WITNESS);
        logs.seal();
        export = new TrailExport(
                new SealedTrail(database, keys), logs.sealing(), logs.log(), RecordedLog.KEY, hash -> Optional.empty());
        erasing = new Erasing(
                database, trail, keys, (entry, decision) -> decision.equals(entry.decisionId()), gone -> {});
    }

    private static PersonKeys newKeys(MongoDatabase database) {
        try {
            return new PersonKeys(database, new AesGcmJce(new byte[32]));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Draft screened(int i) {
        return new Draft(
                Kind.SCREENED,
                new Submission("s" + i),
                "d" + i,
                "screener",
                Instant.parse("2026-03-11T10:30:01.123Z"),
                Map.of("assessment", "{}", "history", "[]", "decision", "{}"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void erase() throws Exception {
        erasing.erase(new Erasure.Order(
                CHILD, "d3", "manager", Instant.parse("2026-03-12T09:00:00Z"), "retention", "As the schedule says."));
    }

    @Test
    void the_file_of_the_whole_log_is_asked_for_again() throws Exception {
        assertAskedForAgain(export.wholeLog().orElseThrow());
    }

    @Test
    void so_is_that_of_a_person() throws Exception {
        assertAskedForAgain(export.person(CHILD, List.of()).orElseThrow());
    }

    @Test
    void and_that_of_a_decision() throws Exception {
        assertAskedForAgain(export.capsule("d3", List.of()).orElseThrow());
    }

    private void assertAskedForAgain(TrailExport.Ready ready) throws Exception {
        erase();
        assertThatThrownBy(() -> ready.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(TrailUnavailable.class)
                .hasMessageContaining("something was erased while the file was written");
    }
}
