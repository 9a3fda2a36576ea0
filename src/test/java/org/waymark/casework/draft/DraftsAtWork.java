package org.waymark.casework.draft;

import com.google.crypto.tink.Aead;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.waymark.casework.SetClock;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.keys.MasterKey;

/** The embedded store of a folder with drafts in it, kept for 30 days by a clock that the test sets. */
final class DraftsAtWork implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    final Store store;
    final Pseudonyms pseudonyms;
    final SetClock clock = new SetClock(MORNING);

    DraftsAtWork(Path folder) {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
    }

    /** Drafts under the keyset of a JSON text. */
    FormDrafts under(String keyset) throws Exception {
        Aead master = MasterKey.read(keyset);
        return new FormDrafts(store.database(), master, pseudonyms, Duration.ofDays(30), clock);
    }

    @Override
    public void close() {
        store.close();
    }
}
