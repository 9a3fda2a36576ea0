package org.waymark.trail.sealing;

import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.waymark.store.DurableFile;
import org.waymark.store.EmbeddedServer;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Person;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.Trails;
import org.waymark.trail.log.LogKey;

/**
 * Everything that a service does to record, order, seal, keep and witness, one step after another in an order that is
 * the same each time; at one of the steps something goes wrong.
 */
final class FaultyRun {

    static final int ENTRIES = 12;
    static final int PEOPLE = 3;
    static final int SEALED_EVERY = 4;

    /** A caller that hears of a failure tries again, as a case system does. */
    private static final int TRIES = 3;

    static final LogKey KEY = key();

    private final Path folder;
    private final Faults faults;
    private final PrintStream told;

    FaultyRun(Path folder, Faults faults, PrintStream told) {
        this.folder = folder;
        this.faults = faults;
        this.told = told;
    }

    /** Takes the folder, the mode and the step, in a process of its own. */
    public static void main(String[] arguments) throws Exception {
        Faults.Mode mode = Faults.Mode.valueOf(arguments[1]);
        String step = String.join(" ", Arrays.asList(arguments).subList(2, arguments.length));
        new FaultyRun(Path.of(arguments[0]), new Faults(mode, step), System.out).run();
    }

    void run() throws Exception {
        FaultyDisk.install(faults);
        EmbeddedServer server = new EmbeddedServer(folder, FaultyDisk.SCHEME);
        try (FaultyLine line = new FaultyLine(server.port(), faults);
                FakeWitness witness = new FakeWitness(KEY.verifier(), faults);
                Store store = open(line.uri(), folder)) {
            work(store.database(), witness);
        } finally {
            faults.over();
            try {
                server.close();
            } catch (RuntimeException e) {
                // A store whose disk failed cannot be closed well, and need not be.
            }
        }
    }

    private void work(MongoDatabase database, FakeWitness witness) {
        Trail trail = patiently(() -> Trails.in(database));
        SealedLog log = log(database);
        Sequencer sequencer = new Sequencer(database, Clock.systemUTC());
        Sealer sealer = sealer(database, folder, new DurableFile(step -> faults.reach(step + " of a checkpoint")));
        Witnesses witnesses = new Witnesses(List.of(witness.witness()), database, new CheckpointStore(database), log);
        for (int i = 0; i < ENTRIES; i++) {
            record(trail, i);
            if (i % SEALED_EVERY == SEALED_EVERY - 1) {
                trying(() -> sequencer
                        .run()
                        .ifPresent(head -> sealer.seal(head, Duration.ZERO)
                                .ifPresent(kept -> told.println("sealed " + kept.size() + " ."))));
                trying(witnesses::ask);
            }
        }
    }

    private void record(Trail trail, int number) {
        Person person = person(number);
        Draft draft = Trails.screened("MASH-" + number);
        for (int left = TRIES; left > 0; left--) {
            try {
                Appended answer = trail.append(person, trail.of(person).size() + 1L, draft);
                if (answer instanceof Appended.Recorded || answer instanceof Appended.Already) {
                    told.println("acknowledged MASH-" + number + " .");
                    told.flush();
                    return;
                }
            } catch (TrailUnavailable | IllegalStateException e) {
                // Not acknowledged: the caller tries again.
            }
        }
    }

    static Person person(int number) {
        return Trails.person("faulty-" + number % PEOPLE);
    }

    private static void trying(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            // The next time does what was left.
        }
    }

    private static <T> T patiently(Supplier<T> step) {
        for (int left = TRIES; left > 1; left--) {
            try {
                return step.get();
            } catch (RuntimeException e) {
                // Tried again at the start.
            }
        }
        return step.get();
    }

    static Store open(String uri, Path folder) {
        return patiently(() -> Store.open(StoreSettings.mongodb(uri, folder), Clock.systemUTC()));
    }

    static SealedLog log(MongoDatabase database) {
        return new SealedLog(new LogStore(database), new CheckpointStore(database), KEY.verifier());
    }

    static Sealer sealer(MongoDatabase database, Path folder, DurableFile disk) {
        return new Sealer(
                KEY,
                () -> List.of(KEY.verifier()),
                new LogStore(database),
                new CheckpointStore(database),
                new CheckpointFolder(folder.resolve("checkpoints"), disk),
                Clock.systemUTC());
    }

    /** The same in every process. */
    private static LogKey key() {
        return LogKey.generate("faulty", new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 7);
            }
        });
    }
}
