package org.waymark.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A slow password hash that pays its price once. HTTP Basic sends the password with every call, and a tenth of a
 * second of bcrypt for each would be most of what a screening costs. What matched last is remembered as a keyed digest
 * that lives and dies with this process; a password that does not match always takes the slow way.
 */
final class RememberingEncoder implements PasswordEncoder {

    private static final String ALGORITHM = "HmacSHA256";

    private final PasswordEncoder slow;
    private final SecretKeySpec key;
    private final AtomicReference<byte @Nullable []> matched = new AtomicReference<>();

    RememberingEncoder(PasswordEncoder slow) {
        this.slow = slow;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        if (password == null || encoded == null) {
            return false;
        }
        byte[] digest = digest(password, encoded);
        byte[] known = matched.get();
        if (known != null && MessageDigest.isEqual(known, digest)) {
            return true;
        }
        boolean matches = slow.matches(password, encoded);
        if (matches) {
            matched.set(digest);
        }
        return matches;
    }

    private byte[] digest(CharSequence password, String encoded) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // The hash comes first and its length is fixed, so that no two pairs give the same bytes.
            mac.update(encoded.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
