package org.waymark.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GroupCommitTest {

    @TempDir
    Path folder;

    private MVStore store;
    private MVMap<String, String> map;
    private GroupCommit commits;

    @BeforeEach
    void open() {
        store = StoredFile.open(folder.resolve("store.mv").toString());
        map = store.openMap("notes");
        commits = new GroupCommit(store, new FileGrowth(store));
    }

    @AfterEach
    void close() {
        commits.close();
        store.closeImmediately();
    }

    @Test
    void aWriteReturnsWithNothingLeftToSave() {
        commits.write(() -> map.put("key", "value"));
        assertThat(store.hasUnsavedChanges()).isFalse();
    }

    @Test
    void noCommitHappensWhileACommandRuns() throws Exception {
        CountDownLatch halfDone = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> commits.write(() -> {
            map.put("document", "value");
            halfDone.countDown();
            await(goOn);
            return map.put("index", "document");
        }));
        halfDone.await();
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> commits.write(() -> map.put("x", "y")));
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(store.hasUnsavedChanges()).isTrue();
        assertThat(other).isNotDone();
        goOn.countDown();
        CompletableFuture.allOf(slow, other).join();
        assertThat(store.hasUnsavedChanges()).isFalse();
    }

    @Test
    void aReadThatCanHaveSeenAWriteWaitsUntilItIsOnDisk() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> writer = CompletableFuture.supplyAsync(() -> commits.write(() -> {
            map.put("key", "value");
            written.countDown();
            await(goOn);
            return "done";
        }));
        written.await();
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> commits.read(() -> map.get("key")));
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(reader).isNotDone();
        goOn.countDown();
        writer.join();
        assertThat(reader.join()).isEqualTo("value");
    }

    @Test
    void aReadOfWhatIsOnDiskWaitsForNobody() {
        commits.write(() -> map.put("key", "value"));
        long before = store.getCurrentVersion();
        assertThat(commits.read(() -> map.get("key"))).isEqualTo("value");
        assertThat(store.getCurrentVersion()).isEqualTo(before);
    }

    @Test
    void afterAFailedCommitNothingIsAnsweredAnyMore() {
        assertThatThrownBy(() -> commits.write(() -> {
                    map.put("key", "value");
                    store.closeImmediately();
                    return "done";
                }))
                .hasMessageContaining("cannot write");
        assertThatThrownBy(() -> commits.read(() -> "seen")).hasMessageContaining("cannot write");
    }

    @Test
    void whatComesAfterTheCloseIsRefused() {
        commits.close();
        assertThatThrownBy(() -> commits.write(() -> map.put("key", "value"))).hasMessageContaining("cannot write");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
