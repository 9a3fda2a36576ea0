package org.waymark.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;

/** How Waymark speaks to its MongoDB: what may be tuned by the connection string, and what may not. */
final class ClientSettings {

    /** On the disks of a majority before it is acknowledged. */
    static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private ClientSettings() {}

    static MongoClientSettings of(ConnectionString connection) {
        return bounded(MongoClientSettings.builder())
                .applyConnectionString(connection)
                // After the connection string, so that no setting can weaken what a recorded decision means.
                .writeConcern(DURABLE)
                // What is read is on a majority too: no answer rests on an entry that a failover can take back.
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .applicationName("waymark")
                .build();
    }

    /** A store that is gone is an error within some ten seconds, never a caller that hangs. */
    private static MongoClientSettings.Builder bounded(MongoClientSettings.Builder settings) {
        return settings.applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        s -> s.connectTimeout(3, TimeUnit.SECONDS).readTimeout(8, TimeUnit.SECONDS))
                // As many connections as the embedded server has threads for, less those that watch it.
                .applyToConnectionPoolSettings(p -> p.maxSize(28).maxWaitTime(5, TimeUnit.SECONDS));
    }
}
