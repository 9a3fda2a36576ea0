package org.waymark.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One of several processes that make the same secrets at once; says which of them it found in each file. */
public final class MakingProcess {

    static final int FILES = 200;

    private static final int PROCESSES = 3;

    private MakingProcess() {}

    /** Takes the folder, and the number of the process. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        for (int i = 0; i < FILES; i++) {
            meet(folder, i, arguments[1]);
            Path file = folder.resolve("keys/" + i + ".key");
            DurableFile.makeSecret(file, arguments[1]);
            System.out.println(Files.readString(file));
        }
    }

    /** All go on from here at once, or they would hardly ever be at the same file. */
    private static void meet(Path folder, int file, String me) throws Exception {
        Files.createFile(folder.resolve("at-" + file + "-" + me));
        for (int other = 0; other < PROCESSES; other++) {
            while (!Files.exists(folder.resolve("at-" + file + "-" + other))) {
                TimeUnit.MICROSECONDS.sleep(50);
            }
        }
    }
}
