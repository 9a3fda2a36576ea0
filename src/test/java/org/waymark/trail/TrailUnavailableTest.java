package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.trail.Drafts.person;
import static org.waymark.trail.Drafts.screened;
import static org.waymark.trail.Drafts.submission;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.store.EmbeddedServer;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;

/** What a caller hears when the store fails, and what is recorded then. */
class TrailUnavailableTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Person chris = person("LCS-55512");

    @Test
    void aStoreThatWentAwayIsAnErrorAndSoon() {
        EmbeddedServer server = new EmbeddedServer(folder);
        try (Store store = open(server.uri())) {
            Trail trail = Trails.in(store.database());
            trail.append(chris, 1, screened("MASH-1"));
            server.close();
            assertUnavailableSoon(() -> trail.append(chris, 2, screened("MASH-2")));
            assertUnavailableSoon(() -> trail.of(chris));
        }
    }

    @Test
    void anEntryWhoseCommitFailsIsNotAcknowledged() {
        try (EmbeddedServer server = new EmbeddedServer(folder);
                Store store = open(server.uri())) {
            Trail trail = Trails.in(store.database());
            trail.append(chris, 1, screened("MASH-1"));
            server.loseFile();
            assertUnavailableSoon(() -> trail.append(chris, 2, screened("MASH-2")));
            assertUnavailableSoon(() -> trail.bySubmission(submission("MASH-2")));
        }
        try (EmbeddedServer server = new EmbeddedServer(folder);
                Store store = open(server.uri())) {
            assertThat(Trails.in(store.database()).of(chris)).hasSize(1);
        }
    }

    @Test
    void anEntryWhoseAcknowledgementWasLostIsFoundByTheNextTry() throws Exception {
        try (EmbeddedServer server = new EmbeddedServer(folder);
                DeafLine line = new DeafLine(server.port());
                Store direct = open(server.uri());
                Store store = open(line.uri())) {
            Trail trail = Trails.in(store.database());
            trail.append(chris, 1, screened("MASH-1"));
            line.loseAnswersTo("insert");
            assertUnavailableSoon(() -> trail.append(chris, 2, screened("MASH-2")));
            line.mend();
            Entry recorded = Trails.in(direct.database()).of(chris).get(1);
            assertThat(trail.append(chris, 2, screened("MASH-2"))).isEqualTo(new Appended.Already(recorded));
            assertThat(trail.of(chris)).hasSize(2).contains(recorded);
            assertThat(trail.append(chris, 3, screened("MASH-3"))).isInstanceOf(Appended.Recorded.class);
        }
    }

    private Store open(String uri) {
        return Store.open(StoreSettings.mongodb(uri, folder), Clock.systemUTC());
    }

    private static void assertUnavailableSoon(ThrowingCallable call) {
        Instant start = Instant.now();
        assertThatThrownBy(call).isInstanceOf(TrailUnavailable.class).hasCauseInstanceOf(Exception.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
    }
}
