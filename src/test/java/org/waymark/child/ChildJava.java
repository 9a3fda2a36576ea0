package org.waymark.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Another process over the classes of this test, to be killed. */
public final class ChildJava {

    private ChildJava() {}

    /** A main class with arguments; where it writes to is the caller's to say. */
    public static ProcessBuilder of(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command);
    }

    /** SIGKILL at some moment within so many milliseconds; the caller goes on reading what it says meanwhile. */
    public static void killWithin(Process process, long millis) {
        long delay = ThreadLocalRandom.current().nextLong(millis);
        Thread killer = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            // By its handle: the process itself would close the pipe, and with it what was already told.
            process.toHandle().destroyForcibly();
        });
        killer.start();
    }
}
