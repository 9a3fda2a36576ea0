package org.waymark.trail.keys;

import com.google.crypto.tink.Aead;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The keys of young people, each wrapped by the master key. A person whose key was destroyed and who comes again gets
 * another, of the next generation.
 *
 * <p>Every method throws {@link MongoException} where the store does not answer. Nothing is kept in memory, so that a
 * key that one node destroys is gone from all.
 */
public final class PersonKeys {

    private static final String ID = "_id";
    private static final String WRAPPED = "wrapped";
    private static final String STATE = "state";
    private static final String ALIVE = "alive";

    /** No new entry is kept under it, what is under it can still be read. */
    private static final String CLOSED = "closed";

    private static final String DESTROYED = "destroyed";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MongoCollection<Document> keys;
    private final Aead master;

    /** @param master the master key: of a file, or of a key management service that speaks Tink */
    public PersonKeys(MongoDatabase database, Aead master) {
        this.keys = database.getCollection("person-keys");
        this.master = master;
    }

    /** The key that new entries about a person are kept under; made where there is none. */
    public PersonKey current(String person) {
        for (int generation = 1; true; generation++) {
            Document found = find(id(person, generation));
            Document key = found == null ? make(id(person, generation)) : found;
            if (ALIVE.equals(key.getString(STATE))) {
                return unwrapped(key);
            }
        }
    }

    /** Those of these keys that are not destroyed, by id. */
    public Map<String, PersonKey> named(Collection<String> ids) {
        Map<String, PersonKey> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            keys.find(new Document(ID, new Document("$in", List.copyOf(ids)))).forEach(key -> {
                if (!DESTROYED.equals(key.getString(STATE))) {
                    found.put(key.getString(ID), unwrapped(key));
                }
            });
        }
        return found;
    }

    /**
     * Lets no new entry be kept under the keys that a person has now: the next one gets a new key. First step of an
     * erasure, before it is recorded, so that nothing recorded after it is lost with what was there before.
     *
     * @return the ids of the keys to destroy once the erasure is recorded
     */
    public List<String> close(String person) {
        List<String> closed = new ArrayList<>();
        for (int generation = 1; true; generation++) {
            Document key = find(id(person, generation));
            if (key == null) {
                return List.copyOf(closed);
            }
            if (!DESTROYED.equals(key.getString(STATE))) {
                // Only one that is alive: of two erasures at once the other may have destroyed it by now.
                Document alive = self(key.getString(ID)).append(STATE, ALIVE);
                keys.updateOne(alive, new Document("$set", new Document(STATE, CLOSED)));
                closed.add(key.getString(ID));
            }
        }
    }

    /** Destroys keys, and with them the content of every entry under them. There is no way back. */
    public void destroy(Collection<String> ids) {
        ids.forEach(id -> keys.replaceOne(self(id), self(id).append(STATE, DESTROYED)));
    }

    private @Nullable Document find(String id) {
        return keys.find(self(id)).first();
    }

    private Document make(String id) {
        byte[] key = new byte[PersonKey.BYTES];
        RANDOM.nextBytes(key);
        Document made = self(id).append(STATE, ALIVE).append(WRAPPED, new Binary(wrap(key, id)));
        try {
            keys.insertOne(made);
            return made;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document other = find(id);
            if (other == null) {
                throw e;
            }
            return other;
        }
    }

    private byte[] wrap(byte[] key, String id) {
        try {
            return master.encrypt(key, bound(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not wrap", e);
        }
    }

    private PersonKey unwrapped(Document key) {
        String id = key.getString(ID);
        try {
            byte[] wrapped = key.get(WRAPPED, Binary.class).getData();
            return new PersonKey(id, master.decrypt(wrapped, bound(id)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not open the key `" + id + "`", e);
        }
    }

    private static byte[] bound(String id) {
        return ("waymark/2/person/" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static String id(String person, int generation) {
        return person + "#" + generation;
    }

    private static Document self(String id) {
        return new Document(ID, id);
    }
}
