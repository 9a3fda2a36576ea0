package org.waymark.trail.sealing;

import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.store.DurableFile;
import org.waymark.store.EmbeddedServer;
import org.waymark.store.Store;
import org.waymark.trail.Draft;
import org.waymark.trail.Erasing;
import org.waymark.trail.Erasure;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;

/** A service that records about two young people, and erases what it knows of one; at one of the steps it is killed. */
final class ErasingRun {

    static final Person GONE = Trails.person("gone");
    static final Person STAYS = Trails.person("stays");
    static final int CONTACTS = 3;

    /** In what is said of the one of whom something is erased. */
    static final String SECRET = "what an aunt of theirs said in confidence";

    static final String ANSWERED = "answered .";

    private final Path folder;
    private final boolean whole;
    private final Faults faults;
    private final PrintStream told;

    ErasingRun(Path folder, boolean whole, Faults faults, PrintStream told) {
        this.folder = folder;
        this.whole = whole;
        this.faults = faults;
        this.told = told;
    }

    /** Takes the folder, whether everything goes, the mode and the step, in a process of its own. */
    public static void main(String[] arguments) throws Exception {
        Faults.Mode mode = Faults.Mode.valueOf(arguments[2]);
        String step = String.join(" ", Arrays.asList(arguments).subList(3, arguments.length));
        Faults faults = Faults.eachTime(mode, step);
        new ErasingRun(Path.of(arguments[0]), Boolean.parseBoolean(arguments[1]), faults, System.out).run();
    }

    void run() throws Exception {
        FaultyDisk.install(faults);
        EmbeddedServer server = new EmbeddedServer(folder, FaultyDisk.SCHEME);
        try (FaultyLine line = new FaultyLine(server.port(), faults);
                Store store = FaultyRun.open(line.uri(), folder)) {
            work(store.database());
        } finally {
            faults.over();
            server.close();
        }
    }

    private void work(MongoDatabase database) throws Exception {
        Trail trail = Trails.in(database);
        for (int i = 0; i < CONTACTS; i++) {
            trail.append(GONE, i + 1L, contact("gone-" + i, SECRET + " on day " + i));
            trail.append(STAYS, i + 1L, contact("stays-" + i, "seen at home"));
        }
        new Sequencer(database, Clock.systemUTC())
                .run()
                .ifPresent(head -> FaultyRun.sealer(database, folder, new DurableFile(step -> {}))
                        .seal(head, Duration.ZERO));
        faults.begin();
        erasing(database, trail).erase(order(whole ? null : "d-gone-0"));
        told.println(ANSWERED);
        told.flush();
    }

    static Erasing erasing(MongoDatabase database, Trail trail) {
        return new Erasing(
                database,
                trail,
                Trails.keys(database),
                (entry, decision) -> decision.equals(entry.decisionId()),
                done -> {});
    }

    private static Erasure.Order order(@Nullable String decision) {
        return new Erasure.Order(
                GONE,
                decision,
                "manager",
                Instant.parse("2026-03-11T12:00:00Z"),
                "misfiled",
                "Filed under the wrong number by mistake.");
    }

    private static Draft contact(String id, String note) {
        return new Draft(
                Kind.SCREENED,
                new Submission("s-" + id),
                "d-" + id,
                "screener",
                Instant.parse("2026-03-11T10:30:01.123Z"),
                Map.of("assessment", "{\"note\":\"" + note + "\"}"));
    }
}
