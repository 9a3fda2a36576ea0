package org.waymark.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoConfigurationException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open connection to the database; for the embedded default, the server behind it too. */
public final class Store implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    static final String DEFAULT_DATABASE = "waymark";

    private final @Nullable EmbeddedMongo embedded;
    private final MongoClient client;
    private final MongoDatabase database;
    private final StoreHealth health;

    private Store(ConnectionString connection, @Nullable EmbeddedMongo embedded, Clock clock) {
        this.embedded = embedded;
        this.client = MongoClients.create(ClientSettings.of(connection));
        this.database = client.getDatabase(Objects.requireNonNullElse(connection.getDatabase(), DEFAULT_DATABASE));
        this.health = new WriteProbe(database, clock);
    }

    /**
     * Opens the store and proves that it takes a durable write.
     *
     * @throws StoreCannotStart if it does not, if the connection string is none, or if the data folder is in use
     */
    public static Store open(StoreSettings settings, Clock clock) {
        Store store = settings.mongodbUri()
                .map(uri -> new Store(connection(uri), null, clock))
                .orElseGet(() -> embedded(settings, clock));
        try {
            store.requireDurable();
            LOG.info("Everything recorded is kept in {}", settings);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Store embedded(StoreSettings settings, Clock clock) {
        EmbeddedMongo embedded = EmbeddedMongo.open(settings.dataDir());
        return new Store(new ConnectionString(embedded.connectionString()), embedded, clock);
    }

    private static ConnectionString connection(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException | MongoConfigurationException e) {
            // Neither the text nor the driver's message is repeated: both can hold the password.
            throw new StoreCannotStart(
                    "WAYMARK_MONGODB_URI is not a MongoDB connection string; it looks like"
                            + " mongodb://host:27017/waymark?replicaSet=rs0, with special characters of a password"
                            + " percent-encoded",
                    null);
        }
    }

    private void requireDurable() {
        WriteConcern found = database.getWriteConcern();
        if (!"majority".equals(found.getWObject()) || !Boolean.TRUE.equals(found.getJournal())) {
            throw new StoreCannotStart(
                    "the store would be written with `" + found + "`, and only w: majority with j: true will do", null);
        }
        StoreState state = health.check();
        if (!state.writable()) {
            throw new StoreCannotStart(
                    "the store takes no write with w: majority, j: true (" + state.detail()
                            + "); check that MongoDB runs, that WAYMARK_MONGODB_URI names it, and that it keeps a journal",
                    null);
        }
    }

    /** The connection, for what looks after connections. */
    public MongoClient client() {
        return client;
    }

    /** The database; its writes are acknowledged once they are on the disks of a majority. */
    public MongoDatabase database() {
        return database;
    }

    /** Whether it can be written now. */
    public StoreHealth health() {
        return health;
    }

    /** Closes the connection and, with the embedded default, stops the server and makes its file compact. */
    @Override
    public void close() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
