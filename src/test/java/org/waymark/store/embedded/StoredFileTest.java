package org.waymark.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.store.embedded.StoredFile.OtherForm;

class StoredFileTest {

    @TempDir
    Path folder;

    @Test
    void aFileOfAnotherFormIsNotReadAndNotTouched() {
        String file = folder.resolve("store.mv").toString();
        try (MVStore older = new MVStore.Builder().fileName(file).open()) {
            older.openMap("databases.waymark.trail").put("key", "value");
        }
        assertThatThrownBy(() -> StoredFile.open(file))
                .isInstanceOf(OtherForm.class)
                .hasMessageContaining("form 0");
        try (MVStore older = new MVStore.Builder().fileName(file).open()) {
            assertThat(older.openMap("databases.waymark.trail")).containsEntry("key", "value");
        }
    }

    @Test
    void aFileOfOursIsOpenedAgain() {
        String file = folder.resolve("store.mv").toString();
        try (MVStore store = StoredFile.open(file)) {
            StoredType.map(store, "x").put("key", "value");
        }
        try (MVStore store = StoredFile.open(file)) {
            assertThat(StoredType.map(store, "x")).containsEntry("key", "value");
        }
    }
}
