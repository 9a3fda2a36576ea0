package org.waymark.cli.load;

import java.nio.file.Path;

/** A process that loads a file, to be killed. */
final class LoadingProcess {

    private LoadingProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (SmallHub hub = new SmallHub(Path.of(arguments[0]))) {
            System.exit(hub.load(Path.of(arguments[1])));
        }
    }
}
