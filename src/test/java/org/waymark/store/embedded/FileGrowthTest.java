package org.waymark.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room that is needed no more is used again, and nothing that is needed is lost with it. */
class FileGrowthTest {

    private static final int RECORDS = 4_000;
    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    @Test
    void theFileStaysInProportionToWhatIsInIt() throws Exception {
        long left = filled("left.mv", NEVER);
        long kept = filled("kept.mv", 128 * 1024);
        assertThat(kept).as("bytes, where %d were written", left).isLessThan(left / 2);
    }

    /** Every record a commit of its own, under keys in no order, as pseudonyms are. */
    private long filled(String name, int step) throws Exception {
        Path file = folder.resolve(name);
        try (MVStore store = StoredFile.open(file.toString())) {
            // The room of a part is otherwise used again only after a while.
            store.setRetentionTime(0);
            MVMap<String, String> map = StoredType.map(store, "records");
            try (GroupCommit commits = new GroupCommit(store, new FileGrowth(store, step))) {
                keys().forEach(key -> commits.write(() -> map.put(key, text(key))));
            }
            long size = Files.size(file);
            store.closeImmediately();
            requireWhole(file);
            return size;
        }
    }

    private static void requireWhole(Path file) {
        try (MVStore store = StoredFile.open(file.toString())) {
            MVMap<String, String> map = StoredType.map(store, "records");
            assertThat(map).hasSize(RECORDS);
            assertThat(keys()).allSatisfy(key -> assertThat(map.get(key)).isEqualTo(text(key)));
        }
    }

    private static List<String> keys() {
        Random random = new Random(5);
        return random.longs(RECORDS)
                .mapToObj(number -> new UUID(number, number).toString())
                .toList();
    }

    private static String text(String key) {
        return key.repeat(10);
    }
}
