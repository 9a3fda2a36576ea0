package org.waymark.trail;

import com.google.crypto.tink.Aead;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.waymark.store.DurableFile;
import org.waymark.trail.keys.MasterKey;

/**
 * Keeps a store and its master key together. With another key nothing recorded could be read, so the store holds a
 * text that only the right key opens, and a start with any other is refused.
 */
final class MasterKeyGuard {

    private static final String ID = "master-key";
    private static final String PROOF = "proof";
    private static final byte[] TEXT = "waymark".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOUND = "waymark/2/master-key".getBytes(StandardCharsets.US_ASCII);

    private final MongoCollection<Document> meta;

    MasterKeyGuard(MongoDatabase database) {
        this.meta = database.getCollection("meta");
    }

    /**
     * The key of a text that the operator hands over, which is kept nowhere.
     *
     * @throws TrailCannotStart if it is no key, or not this store's
     */
    Aead of(String keyset) {
        return checked(read(keyset, "WAYMARK_MASTER_KEY"), "WAYMARK_MASTER_KEY");
    }

    /**
     * The key of a file, which is made for an empty store.
     *
     * @throws TrailCannotStart if there is no key in it, or not this store's, or it is lost
     */
    Aead in(Path file) {
        String name = "the master key file `" + file + "`";
        try {
            if (!Files.exists(file)) {
                requireEmptyStore(name);
                DurableFile.makeSecret(file, MasterKey.make() + "\n");
            }
            return checked(read(Files.readString(file), name), name);
        } catch (IOException e) {
            throw new TrailCannotStart(
                    name + " cannot be read or made; name another with WAYMARK_MASTER_KEY_FILE, or hand over the key"
                            + " itself as WAYMARK_MASTER_KEY",
                    e);
        } catch (GeneralSecurityException e) {
            throw new TrailCannotStart("no master key can be made here", e);
        }
    }

    private static Aead read(String keyset, String name) {
        try {
            return MasterKey.read(keyset);
        } catch (GeneralSecurityException e) {
            throw new TrailCannotStart(name + ": " + e.getMessage(), null);
        }
    }

    private void requireEmptyStore(String name) {
        if (proof() != null) {
            throw new TrailCannotStart(
                    name + " is missing, and what this store holds was encrypted with it; put it back, or name it with"
                            + " WAYMARK_MASTER_KEY_FILE",
                    null);
        }
    }

    private Aead checked(Aead key, String name) {
        try {
            claim(key);
            Binary proof = proof();
            if (proof != null) {
                key.decrypt(proof.getData(), BOUND);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new TrailCannotStart(
                    name + " is not the one that this store was filled with, so nothing in it could be read; put back"
                            + " that key, or name its file with WAYMARK_MASTER_KEY_FILE",
                    null);
        }
    }

    /** The first key to come is the store's; of two at once the store decides. */
    private void claim(Aead key) throws GeneralSecurityException {
        if (proof() != null) {
            return;
        }
        try {
            meta.insertOne(new Document("_id", ID).append(PROOF, new Binary(key.encrypt(TEXT, BOUND))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }

    private @Nullable Binary proof() {
        try {
            Document found = meta.find(new Document("_id", ID)).first();
            return found == null ? null : found.get(PROOF, Binary.class);
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }
}
