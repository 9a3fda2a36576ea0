package org.waymark.trail;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A database in front of which the process dies at one of the writes: just before it, or just after. */
final class BreakingStore {

    private static final Set<String> WRITES =
            Set.of("insertOne", "updateOne", "updateMany", "replaceOne", "deleteOne", "findOneAndUpdate");

    /** Nothing that the program catches: it is gone. */
    static final class Gone extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final MongoDatabase database;
    private final int at;
    private final boolean after;
    private int writes;
    private boolean listening;

    /**
     * @param at the number of the write, from 1
     * @param after whether that write is done still
     */
    BreakingStore(MongoDatabase database, int at, boolean after) {
        this.database = database;
        this.at = at;
        this.after = after;
    }

    /** From now on writes are counted. */
    void listen() {
        listening = true;
    }

    boolean happened() {
        return writes >= at;
    }

    MongoDatabase database() {
        return around(MongoDatabase.class, database);
    }

    private <T> T around(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            boolean breaks = listening && WRITES.contains(method.getName()) && ++writes == at;
            if (breaks && !after) {
                throw new Gone();
            }
            Object answer;
            try {
                answer = method.invoke(real, args);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
            if (breaks) {
                throw new Gone();
            }
            return answer instanceof MongoCollection<?> collection ? around(MongoCollection.class, collection) : answer;
        }));
    }
}
