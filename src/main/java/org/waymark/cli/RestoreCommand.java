package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.store.Backup;
import org.waymark.store.Store;
import org.waymark.store.StoreCannotStart;
import org.waymark.store.StoreSettings;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.sealing.LogComparison.Different;
import org.waymark.trail.sealing.LogComparison.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup back, and says whether it is all that was ever signed. */
@Command(
        name = "restore",
        description = {
            "Puts a backup of the embedded store back where no store is, while no service runs, and holds it against the "
                    + "checkpoints that are kept outside the database.",
            "With --check, and no FILE: holds the store that is there, embedded or MongoDB, against them, such as after "
                    + "mongorestore.",
            "Exit 0 where it is all that was signed; 1 where it is an older state (it is restored, and what is missing "
                    + "is told), or was changed (it is not restored); 2 where it cannot be done."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private StorePlace place;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the backup")
    private @Nullable Path file;

    @Option(names = "--check", description = "restore nothing, and look at the store that is there")
    private boolean check;

    @Override
    public Integer call() {
        place.signers();
        try {
            return file == null ? checked() : restored(file);
        } catch (StoreCannotStart | TrailUnavailable e) {
            throw new UsersFault(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UsersFault("the backup cannot be restored: " + e);
        }
    }

    private int checked() {
        if (!check) {
            throw new UsersFault("name the backup, or look with --check at the store that is there");
        }
        StoreSettings settings = StorePlace.mongodb()
                .map(uri -> StoreSettings.mongodb(uri, place.dataDir()))
                .orElseGet(() -> StoreSettings.embedded(place.dataDir()));
        return told("The store is ", compared(settings));
    }

    private int restored(Path backup) throws IOException {
        if (check || StorePlace.mongodb().isPresent()) {
            throw new UsersFault("a backup goes into an embedded store; for a MongoDB use mongorestore, and then"
                    + " `restore --check` with no file");
        }
        if (Backup.isStoreIn(place.dataDir())) {
            throw new UsersFault("there is a store in `" + place.dataDir()
                    + "`, and it is not written over; move its file `store.mv` away first");
        }
        try (TemporaryFolder unpacked = new TemporaryFolder(place.dataDir())) {
            Backup.unpack(backup, unpacked.path());
            Finding found = compared(StoreSettings.embedded(unpacked.path()));
            if (found instanceof Different) {
                return refused(backup, StorePlace.told(found));
            }
            Backup.put(unpacked.path(), place.dataDir());
            return told("The backup `" + backup + "` is restored. It is ", found);
        } catch (Backup.NoBackup e) {
            return refused(backup, String.valueOf(e.getMessage()));
        }
    }

    private int refused(Path backup, String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("Nothing is restored of `" + backup + "`: " + why + ".");
        err.flush();
        return 1;
    }

    private Finding compared(StoreSettings settings) {
        try (Store store = Store.open(settings, Clock.systemUTC())) {
            return place.compare(store);
        }
    }

    private int told(String before, Finding found) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(before + StorePlace.told(found) + ".");
        out.flush();
        return StorePlace.isShown(found) ? 0 : 1;
    }
}
