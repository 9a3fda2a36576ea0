package org.waymark.store.embedded;

import java.nio.file.Path;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Records without end, several at once, and makes room in the file all the while, until it is killed. */
final class RewritingProcess {

    static final String MAP = "records";
    static final String ACKNOWLEDGED = "acknowledged";
    static final int STEP = 64 * 1024;
    private static final int WRITERS = 4;

    private RewritingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        MVStore store = StoredFile.open(Path.of(arguments[0]).toString());
        // Room is used again at once: the hardest case for what is still needed.
        store.setRetentionTime(0);
        MVMap<String, String> map = StoredType.map(store, MAP);
        GroupCommit commits = new GroupCommit(store, new FileGrowth(store, STEP));
        Thread[] writers = new Thread[WRITERS];
        for (int i = 0; i < WRITERS; i++) {
            writers[i] = new Thread(() -> record(commits, map));
            writers[i].start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void record(GroupCommit commits, MVMap<String, String> map) {
        while (true) {
            String key = UUID.randomUUID().toString();
            commits.write(() -> map.put(key, text(key)));
            synchronized (System.out) {
                System.out.println(ACKNOWLEDGED + " " + key + " .");
            }
        }
    }

    static String text(String key) {
        return key.repeat(20);
    }
}
