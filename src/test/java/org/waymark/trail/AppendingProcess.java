package org.waymark.trail;

import static org.waymark.trail.Drafts.person;
import static org.waymark.trail.Drafts.screened;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.waymark.store.Store;
import org.waymark.store.StoreCannotStart;
import org.waymark.store.StoreSettings;

/** A process that records entries until it is killed, and tells of each once it is acknowledged. */
final class AppendingProcess {

    static final int WRITERS = 16;
    static final int PEOPLE = 8;

    /** Before and after an acknowledged entry's id, so that half a line is known as such. */
    static final String ACKNOWLEDGED = "acknowledged ";

    static final String END = " .";

    private static final String NOTE = "\"" + "seen at home visit ".repeat(200) + "\"";

    private AppendingProcess() {}

    /** Takes the data folder and the number of the round. */
    public static void main(String[] arguments) {
        Store store = open(Path.of(arguments[0]));
        Trail trail = Trails.in(store.database());
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "round-" + arguments[1] + "-writer-" + writer;
            Person person = personOf(arguments[1], writer % PEOPLE);
            threads.execute(() -> appendForEver(trail, person, name));
        }
    }

    /** Opens the store, patiently: on a busy machine its first answer may come too late, which is no fault of the disk. */
    private static Store open(Path folder) {
        for (int left = 5; left > 1; left--) {
            try {
                return Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
            } catch (StoreCannotStart tooSlow) {
                System.err.println(tooSlow.getMessage());
            }
        }
        return Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
    }

    static Person personOf(String round, int number) {
        return person("round-" + round + "-person-" + number);
    }

    private static void appendForEver(Trail trail, Person person, String name) {
        long next = 1;
        for (int i = 0; true; i++) {
            Draft draft = screened(name + "-" + i, Map.of("assessment", NOTE));
            Appended answer = trail.append(person, next, draft);
            while (answer instanceof Appended.Behind) {
                next = trail.of(person).size() + 1;
                answer = trail.append(person, next, draft);
            }
            next++;
            tell(((Appended.Recorded) answer).entry());
        }
    }

    private static void tell(Entry entry) {
        System.out.println(ACKNOWLEDGED + entry.id() + " " + entry.submission().pseudonym() + END);
        System.out.flush();
    }
}
