package org.waymark.casework.relay;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.Entry;
import org.waymark.trail.NamedEntries;
import org.waymark.trail.sealing.SealedLog;

/**
 * What of the log is not yet passed on.
 *
 * @param leaves how many entries, whether others are told of them or not
 * @param oldest when the first of them was recorded; absent where there is none
 */
record RelayLag(long leaves, @Nullable Instant oldest) {

    static final RelayLag NONE = new RelayLag(0, null);

    /** Looks, on whichever node. */
    static final class Meter {

        private final RelayCursor cursor;
        private final SealedLog log;
        private final NamedEntries entries;

        Meter(MongoDatabase database, SealedLog log, NamedEntries entries) {
            this.cursor = new RelayCursor(database);
            this.log = log;
            this.entries = entries;
        }

        RelayLag look() {
            OptionalLong at = cursor.at();
            long size = log.size();
            return at.isEmpty() || at.getAsLong() >= size ? NONE : behind(at.getAsLong(), size);
        }

        private RelayLag behind(long leaf, long size) {
            List<String> next = log.entry(leaf).stream().toList();
            Instant oldest =
                    entries.of(next).stream().map(Entry::recordedAt).findFirst().orElse(null);
            return new RelayLag(size - leaf, oldest);
        }
    }
}
