package org.waymark.trail.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/**
 * The key over all keys, as a Tink keyset in JSON: new keys are wrapped by its primary key, old ones are still
 * opened. Whatever else is a Tink {@link Aead}, such as a key management service, can
 * stand in its place.
 */
public final class MasterKey {

    private MasterKey() {}

    /** A new keyset of one AES-256-GCM key, as JSON. */
    public static String make() throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }

    /**
     * The keyset with one key more, which wraps from then on; all that were in it stay, to open what they wrapped.
     *
     * @throws GeneralSecurityException if there is no keyset in the text; the message does not show it
     */
    public static String next(String json) throws GeneralSecurityException {
        KeysetHandle held = keyset(json);
        KeysetHandle.Builder.Entry added = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
        KeysetHandle next = KeysetHandle.newBuilder(held).addEntry(added).build();
        return TinkJsonProtoKeysetFormat.serializeKeyset(next, InsecureSecretKeyAccess.get());
    }

    /**
     * The keyset in a JSON text.
     *
     * @throws GeneralSecurityException if there is none in it; the message does not show the text
     */
    public static Aead read(String json) throws GeneralSecurityException {
        return aead(keyset(json));
    }

    /** A keyset of which it is seen that it is one to encrypt with. */
    private static KeysetHandle keyset(String json) throws GeneralSecurityException {
        AeadConfig.register();
        try {
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            aead(keyset);
            return keyset;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new GeneralSecurityException("it holds no Tink keyset of an AEAD in JSON", e.getCause());
        }
    }

    private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
