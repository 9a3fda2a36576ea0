package org.waymark.cli.load;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that loads a file, to be killed. */
final class LoadingProcess {

    private LoadingProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (SmallHub hub = new SmallHub(Path.of(arguments[0]))) {
            System.exit(hub.load(Path.of(arguments[1]), new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
        }
    }
}
