package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.waymark.store.Backup;
import org.waymark.store.Store;
import org.waymark.store.StoreCannotStart;
import org.waymark.store.StoreSettings;
import org.waymark.trail.sealing.LogComparison.Finding;
import org.waymark.trail.sealing.LogComparison.Whole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a backup of the embedded store, and opens it before it says that there is one. */
@Command(
        name = "backup",
        description = {
            "Makes a backup of the embedded store, while no service runs. It is opened and verified before it is written.",
            "The keys are not in it. Keep a copy of the folder `keys` elsewhere: whoever has both can read everything, "
                    + "and without the keys nobody can read anything.",
            "Exit 0 where it is made, 1 where the store is not what was signed and none is made, 2 where it cannot be."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private StorePlace place;

    @Parameters(paramLabel = "FILE", description = "the file to make; none may be there")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    public Integer call() {
        if (StorePlace.mongodb().isPresent()) {
            throw new UsersFault(
                    "what is recorded is in a MongoDB, which has its own: mongodump, see docs/security.md");
        }
        if (!Backup.isStoreIn(place.dataDir())) {
            throw new UsersFault("there is no store in `" + place.dataDir() + "`; name its folder with --data-dir");
        }
        if (Files.exists(file)) {
            throw new UsersFault("`" + file + "` is there already, and is not written over; give another name");
        }
        try (TemporaryFolder copy = new TemporaryFolder(place.dataDir())) {
            Backup.copy(place.dataDir(), copy.path());
            Finding found = opened(copy.path());
            PrintWriter out = spec.commandLine().getOut();
            out.println("The store is " + StorePlace.told(found) + ".");
            if (!(found instanceof Whole)) {
                out.println("No backup is made.");
                out.flush();
                return 1;
            }
            Backup.pack(copy.path(), file);
            out.println("The backup is `" + file + "`. The keys are not in it: keep `"
                    + place.dataDir().resolve("keys") + "` apart from it.");
            out.flush();
            return 0;
        } catch (StoreCannotStart e) {
            throw new UsersFault(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UsersFault("the backup cannot be written: " + e);
        }
    }

    /** Opened as the service would; closing makes it compact. */
    private Finding opened(Path folder) {
        try (Store store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            return place.compare(store);
        }
    }
}
