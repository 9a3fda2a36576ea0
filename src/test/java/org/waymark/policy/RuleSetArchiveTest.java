package org.waymark.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.SmallRules;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;

class RuleSetArchiveTest {

    private static final RuleFiles FILES = SmallRules.of(SmallRules.GOOD).files();

    @TempDir
    private Path folder;

    private Store store;
    private RuleSetArchive archive;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        archive = new RuleSetArchive(store.database());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsKeptComesBackToTheByteHoweverOftenItIsKept() {
        archive.keep(FILES);
        archive.keep(FILES);

        assertThat(archive.files(FILES.hash()).orElseThrow().hash()).isEqualTo(FILES.hash());
        assertThat(archive.files("sha256:none")).isEmpty();
    }

    @Test
    void filesThatWereChangedInTheStoreAreFoundOut() {
        archive.keep(FILES);
        store.database()
                .getCollection("rule-set-files")
                .updateOne(new Document("_id", FILES.hash()), new Document("$set", new Document("files", List.of())));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> archive.files(FILES.hash()))
                .withMessageContaining("were changed in the store");
    }
}
