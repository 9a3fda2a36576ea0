package org.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.sealing.Logs;

/** What is backed up comes back whole, and what does not is told. */
class BackupCommandTest {

    private static final LogKey KEY = LogKey.generate("backups", new SecureRandom());

    @TempDir
    Path folder;

    private Path data;
    private Path backup;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void keys() throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
        backup = folder.resolve("monday.zip");
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/log.key"), KEY.secretText() + "\n");
    }

    private void recorded(String... assessments) {
        inStore(store -> {
            Trail trail = Trails.in(store.database());
            for (String assessment : assessments) {
                trail.append(Trails.person(assessment), 1, Trails.screened(assessment));
            }
            Logs logs = new Logs(store.database(), data.resolve("checkpoints"), KEY, KEY);
            logs.seal();
            logs.sealing().stop();
        });
    }

    private void inStore(Consumer<Store> work) {
        try (Store store = Store.open(StoreSettings.embedded(data), Clock.systemUTC())) {
            work.accept(store);
        }
    }

    private int run(String... arguments) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said, true);
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data-dir", data.toString()));
        return CommandLineFace.run(all, out, out);
    }

    private void lost() throws Exception {
        Files.move(data.resolve("store.mv"), folder.resolve("lost-" + System.nanoTime()));
    }

    @Test
    void the_newest_backup_comes_back_whole_and_is_shown_to_be() throws Exception {
        recorded("A-1", "A-2", "A-3");
        assertThat(run("backup", backup.toString())).as(said.toString()).isZero();
        assertThat(said.toString()).contains("verified: 3 entries", "The keys are not in it");
        lost();
        assertThat(run("restore", backup.toString())).as(said.toString()).isZero();
        assertThat(said.toString()).contains("verified: 3 entries, unchanged");
        assertThat(run("restore", "--check")).isZero();
        inStore(store -> assertThat(store.database().getCollection("trail").countDocuments())
                .isEqualTo(3));
    }

    @Test
    void an_older_state_is_restored_and_told_with_what_is_missing() throws Exception {
        recorded("A-1", "A-2");
        assertThat(run("backup", backup.toString())).isZero();
        recorded("B-1", "B-2", "B-3");
        lost();
        assertThat(run("restore", backup.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("OLDER than checkpoint 5 of 20", "3 entries are missing of 5");
        assertThat(run("restore", "--check")).isEqualTo(1);
        assertThat(said.toString()).contains("OLDER than checkpoint 5");
    }

    @Test
    void checkpoints_of_a_key_that_is_not_at_hand_do_not_count_and_are_told() throws Exception {
        recorded("A-1");
        assertThat(run("backup", backup.toString())).isZero();
        lost();
        String other = LogKey.generate("backups", new SecureRandom()).verifier().text();
        assertThat(run("restore", backup.toString(), "--key", other)).isEqualTo(1);
        assertThat(said.toString()).contains("not signed by the key at hand", "--key");
        assertThat(run(
                        "restore",
                        "--check",
                        "--key",
                        other,
                        "--key",
                        KEY.verifier().text()))
                .isZero();
    }

    @Test
    void without_a_checkpoint_outside_nobody_says_that_it_is_the_newest() throws Exception {
        recorded("A-1");
        assertThat(run("backup", backup.toString())).isZero();
        lost();
        Files.move(data.resolve("checkpoints"), folder.resolve("elsewhere"));
        assertThat(run("restore", backup.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("no checkpoint outside the database says whether it is the newest");
        assertThat(run(
                        "restore",
                        "--check",
                        "--checkpoint-folder",
                        folder.resolve("elsewhere").toString()))
                .isZero();
    }

    @Test
    void a_backup_that_breaks_off_or_was_changed_by_a_byte_is_refused() throws Exception {
        recorded("A-1", "A-2");
        assertThat(run("backup", backup.toString())).isZero();
        lost();
        byte[] good = Files.readAllBytes(backup);
        for (int length : List.of(0, 10, good.length / 2, good.length - 40)) {
            assertRefused(java.util.Arrays.copyOf(good, length));
        }
        for (int at : List.of(good.length / 3, good.length / 2)) {
            byte[] bent = good.clone();
            bent[at] ^= 1;
            assertRefused(bent);
        }
        assertRefused("not a backup at all".getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(byte[] bytes) throws Exception {
        Files.write(backup, bytes);
        assertThat(run("restore", backup.toString())).as(said.toString()).isEqualTo(1);
        assertThat(said.toString()).contains("Nothing is restored");
        assertThat(data.resolve("store.mv")).doesNotExist();
        assertThat(data)
                .isDirectoryNotContaining(one -> one.getFileName().toString().startsWith("unpacked"));
    }

    /** Whoever edits the store can pack it again as the command does. */
    @Test
    void a_store_that_was_edited_is_neither_backed_up_nor_restored_however_well_it_is_packed() throws Exception {
        recorded("A-1", "A-2", "A-3");
        inStore(store -> store.database()
                .getCollection("trail")
                .updateOne(
                        store.database().getCollection("trail").find().first(),
                        new Document("$set", new Document("actor", "somebody-else"))));
        assertThat(run("backup", backup.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("NOT what was signed: entry", "was changed", "No backup is made");
        assertThat(backup).doesNotExist();
        org.waymark.store.Backup.pack(data, backup);
        lost();
        assertThat(run("restore", backup.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("Nothing is restored", "was changed");
        assertThat(data.resolve("store.mv")).doesNotExist();
    }

    @Test
    void an_entry_that_was_taken_out_is_missed() throws Exception {
        recorded("A-1", "A-2", "A-3");
        inStore(store -> store.database()
                .getCollection("trail")
                .deleteOne(store.database().getCollection("trail").find().first()));
        assertThat(run("restore", "--check")).isEqualTo(1);
        assertThat(said.toString()).contains("NOT what was signed: entry", "is missing");
    }

    @Test
    void nothing_is_written_over_and_a_store_at_work_is_left_alone() throws Exception {
        recorded("A-1");
        inStore(store -> assertThat(run("backup", backup.toString())).isEqualTo(2));
        assertThat(said.toString()).contains("is in use by a service; stop it");
        Files.writeString(backup, "another");
        assertThat(run("backup", backup.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("is there already");
        assertThat(run("restore", backup.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("move its file `store.mv` away first");
        assertThat(run("restore")).isEqualTo(2);
    }

    @Test
    void without_the_key_of_the_log_nothing_is_restored() throws Exception {
        recorded("A-1");
        assertThat(run("backup", backup.toString())).isZero();
        lost();
        Files.delete(data.resolve("keys/log.key"));
        assertThat(run("restore", backup.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("put the keys back first");
        assertThat(run("restore", backup.toString(), "--key", KEY.verifier().text()))
                .isZero();
    }

    @Test
    void no_key_is_in_a_backup() throws Exception {
        recorded("A-1");
        assertThat(run("backup", backup.toString())).isZero();
        List<String> names = new java.util.ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(KEY.secretText());
            }
        }
        assertThat(names).containsExactly("store.mv", "store.sha256");
    }

    @Test
    void what_is_put_beside_the_store_in_a_backup_is_no_backup() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(backup))) {
            zip.putNextEntry(new ZipEntry("../../evil"));
            zip.write(1);
        }
        assertThat(run("restore", backup.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("is not a backup of a Waymark");
        assertThat(folder.resolve("evil")).doesNotExist();
    }
}
