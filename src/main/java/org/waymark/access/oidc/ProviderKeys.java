package org.waymark.access.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of the provider. They are kept for some minutes: one that it has taken back holds no longer here. A
 * token of a key that is not among them has them fetched anew, so that a new key holds at once; but only now and then, or
 * whoever makes up names of keys would have us call there without end.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MOST_BYTES = 256 * 1024;
    private static final long KEPT_MILLIS = 5 * 60_000L;
    private static final long FETCHED_EVERY_MILLIS = 10_000L;

    private final JWKSource<SecurityContext> keys;

    private ProviderKeys(JWKSource<SecurityContext> keys) {
        this.keys = keys;
    }

    static ProviderKeys at(String address) {
        URI uri = URI.create(address);
        if (!OidcSettings.isSafe(uri)) {
            throw new IllegalStateException("the provider names an address for its keys that is not https");
        }
        try {
            return new ProviderKeys(JWKSourceBuilder.create(
                            uri.toURL(), new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES))
                    .cache(KEPT_MILLIS, 2L * TIMEOUT_MILLIS)
                    .refreshAheadCache(false)
                    .rateLimited(FETCHED_EVERY_MILLIS)
                    .retrying(true)
                    .build());
        } catch (MalformedURLException noAddress) {
            throw new IllegalStateException("the provider names no address for its keys", noAddress);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return keys.get(selector, context);
        } catch (RateLimitReachedException askedJustNow) {
            // It was not among them a moment ago. For all that we know there is no such key.
            return List.of();
        }
    }
}
