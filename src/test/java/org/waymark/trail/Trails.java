package org.waymark.trail;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.mongodb.client.MongoDatabase;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.bson.Document;
import org.waymark.trail.keys.PersonKeys;

/** Trails as tests open them, all with one master key. */
public final class Trails {

    private Trails() {}

    public static Trail in(MongoDatabase database) {
        return Trail.in(database, keys(database), Clock.systemUTC());
    }

    public static PersonKeys keys(MongoDatabase database) {
        return new PersonKeys(database, master());
    }

    public static Person person(String reference) {
        return Drafts.person(reference);
    }

    public static Pseudonyms names() {
        return Drafts.NAMES;
    }

    public static Draft screened(String assessmentId) {
        return Drafts.screened(assessmentId);
    }

    public static SealedEntry sealed(Document document) {
        return EntryDocument.sealed(document);
    }

    static Aead master() {
        try {
            return new AesGcmJce(new byte[32]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
