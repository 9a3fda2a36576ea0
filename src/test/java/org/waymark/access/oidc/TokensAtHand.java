package org.waymark.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens for many calls, over a time that is longer than one of them lives. The provider signs each once, it is used until
 * half of its life is over, and then the provider signs another.
 */
public final class TokensAtHand {

    /** So long a token lives; long enough that none runs out between being taken and being read. */
    private static final long LIFE_SECONDS = 600;

    private static final long LATE_SECONDS = 3_600;

    private record Token(String text, Instant renewAt) {}

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final RSAKey strange = strange();
    private final Map<String, Supplier<String>> bad = bad();
    private final List<String> faults = List.copyOf(bad.keySet());

    private static RSAKey strange() {
        try {
            return new RSAKeyGenerator(2048).keyID("strange").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that is good, of whoever is called `manager.sefton`: programs by their subject, people by their name. */
    public String of(String name) {
        return kept(name, () -> ProviderProcess.signed(claims(name)));
    }

    /** How a token can be bad. */
    public List<String> faults() {
        return faults;
    }

    /** One that must be refused. */
    public String bad(String fault) {
        return kept("bad: " + fault, bad.get(fault));
    }

    private String kept(String key, Supplier<String> made) {
        Instant now = Instant.now();
        Token kept = tokens.get(key);
        if (kept != null && now.isBefore(kept.renewAt())) {
            return kept.text();
        }
        return tokens.compute(
                        key,
                        (same, before) -> before != null && now.isBefore(before.renewAt())
                                ? before
                                : new Token(made.get(), now.plusSeconds(LIFE_SECONDS / 2)))
                .text();
    }

    private static Map<String, Object> claims(String name) {
        Map<String, Object> claims = new LinkedHashMap<>(IdentityProvider.claimsOf(name));
        claims.put("iss", ProviderProcess.ISSUER);
        claims.put("sub", name);
        claims.put("aud", List.of(IdentityProvider.CLIENT));
        claims.put("exp", Instant.now().getEpochSecond() + LIFE_SECONDS);
        if (!name.startsWith("machine") && !name.startsWith("operator")) {
            claims.put("preferred_username", name);
        }
        return claims;
    }

    /** All of them would be good, of a manager of everywhere, but for one thing. */
    private Map<String, Supplier<String>> bad() {
        Map<String, Supplier<String>> made = new LinkedHashMap<>();
        made.put("ran out", () -> with("exp", Instant.now().getEpochSecond() - LATE_SECONDS));
        made.put("not yet", () -> with("nbf", Instant.now().getEpochSecond() + LATE_SECONDS));
        made.put("of another issuer", () -> with("iss", "https://login.example.org"));
        made.put("for another audience", () -> with("aud", List.of("another")));
        made.put("for reading who signed in", () -> with("nonce", "n"));
        made.put("a name of two lines", () -> with("preferred_username", "anna\nkafka"));
        made.put("another signature", TokensAtHand::twisted);
        made.put("no signature", () -> signed(manager()).replaceFirst("[.][^.]*$", "."));
        made.put("alg none", TokensAtHand::unsigned);
        made.put("a strange key", () -> forged("strange"));
        made.put("a strange key by the name of theirs", () -> forged(theirs().getKeyID()));
        made.put("the public key as a secret", TokensAtHand::shared);
        return made;
    }

    private static Map<String, Object> manager() {
        return claims("manager.all");
    }

    private static String signed(Map<String, Object> claims) {
        return ProviderProcess.signed(claims);
    }

    private static String with(String name, Object value) {
        Map<String, Object> claims = manager();
        claims.put(name, value);
        return signed(claims);
    }

    /** The signature of one token under what another says. */
    private static String twisted() {
        String[] said = signed(manager()).split("[.]");
        String[] other = signed(claims("machine.sefton")).split("[.]");
        return said[0] + "." + said[1] + "." + other[2];
    }

    private static String unsigned() {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + encoded(JsonMapper.shared().writeValueAsString(manager())) + ".";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RSAKey theirs() {
        try {
            return RSAKey.parse(ProviderProcess.key());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String forged(String keyId) {
        try {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), JWTClaimsSet.parse(manager()));
            forged.sign(new RSASSASigner(strange));
            return forged.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shared() {
        try {
            RSAKey theirs = theirs();
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(theirs.getKeyID())
                            .build(),
                    JWTClaimsSet.parse(manager()));
            forged.sign(new MACSigner(theirs.toRSAPublicKey().getEncoded()));
            return forged.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
