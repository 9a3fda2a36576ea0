package org.waymark.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded server's commands, each answered only when it is on disk. */
public final class DurableBackend extends H2Backend {

    private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);
    private static final int UNKNOWN_ERROR = 8;

    private final GroupCommit commits;

    /** @param store of {@link StoredFile} */
    public DurableBackend(MVStore store) {
        super(store);
        this.commits = new GroupCommit(store, new FileGrowth(store));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new TypedDatabase(name);
    }

    /**
     * Opens each map as one of {@link StoredType} before the library opens it under the same name. An inner class, as
     * the library's constructor already opens some, and an inner class has its outer one by then.
     */
    private final class TypedDatabase extends H2Database {

        TypedDatabase(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            StoredType.map(getMvStore(), "databases." + getFullCollectionNamespace(collection));
            StoredType.map(getMvStore(), "meta." + getFullCollectionNamespace(collection));
            return super.openOrCreateCollection(collection, options);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            StoredType.map(getMvStore(), PageOfIds.indexMap(getFullCollectionNamespace(collection), index));
            return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
        }
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        return switch (CommandKind.of(command)) {
            case TALK -> super.handleCommand(channel, databaseName, command, query);
            case READ ->
                commits.read(() -> PageOfIds.of(command, query)
                        .flatMap(page -> page.answer(getMvStore(), databaseName))
                        .orElseGet(() -> super.handleCommand(channel, databaseName, command, query)));
            case WRITE -> commits.write(() -> super.handleCommand(channel, databaseName, command, query));
        };
    }

    /** Failures are answered here, because the server above would log the whole document with them. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerError e) {
            return refusal(e.getCode(), String.valueOf(e.getCodeName()), e.getMessageWithoutErrorCode());
        } catch (RuntimeException e) {
            LOG.error("A command of the embedded store failed: {}", e.getClass().getName());
            return refusal(UNKNOWN_ERROR, "UnknownError", "the embedded store failed");
        }
    }

    /** Waits until nothing can be written any more, or until it is closed; the reason, where it is not closed. */
    public Optional<Throwable> awaitEnd() throws InterruptedException {
        return commits.awaitEnd();
    }

    private static Document refusal(int code, String codeName, String message) {
        return new Document("ok", 0)
                .append("code", code)
                .append("codeName", codeName)
                .append("errmsg", message);
    }

    /** The last commit, then a compact file: it shrinks only here. */
    @Override
    public void close() {
        commits.close();
        try {
            getMvStore().close(-1);
        } catch (MVStoreException e) {
            LOG.warn("The store's file could not be made compact; all that was acknowledged is in it", e);
        }
        super.close();
    }
}
