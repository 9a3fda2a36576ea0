package org.waymark.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.intake.http.Api;
import tools.jackson.databind.json.JsonMapper;

/** Machines call with a token of the provider, and with nothing that looks like one. */
@WithAProvider
class BearerTest {

    @LocalServerPort
    int port;

    @Test
    void a_token_of_the_provider_says_who_calls() {
        HttpResponse<String> answer = session(ProviderProcess.tokenOf("machine.sefton"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"actor\":\"oidc-sub:machine.sefton\",\"roles\":[\"machine\"],\"areas\":[\"sefton\"],"
                        + "\"csrf\":null}");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void a_value_that_is_not_mapped_means_nothing() {
        assertThat(session(ProviderProcess.tokenOf("screener+root.sefton+atlantis"))
                        .body())
                .contains("\"roles\":[\"screener\"]", "\"areas\":[\"sefton\"]");
        HttpResponse<String> nobody = session(ProviderProcess.tokenOf("root.sefton"));
        assertThat(nobody.statusCode()).isEqualTo(403);
        assertThat(nobody.body()).contains("nothing in your sign-in means a role here");
    }

    static Stream<Arguments> refused() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                Arguments.of("it is for another service", with("aud", List.of("another"))),
                Arguments.of("it is for nobody", without("aud")),
                Arguments.of("it ran out", with("exp", now - 120)),
                Arguments.of("it never runs out", without("exp")),
                Arguments.of("it is not its time yet", with("nbf", now + 120)),
                Arguments.of("another provider issued it", with("iss", "https://login.example.org")),
                Arguments.of("nobody issued it", without("iss")),
                Arguments.of("it answers a browser's sign-in", with("nonce", "n")),
                Arguments.of("it is for reading who signed in", with("typ", "ID")),
                Arguments.of("it has no subject", without("sub")),
                Arguments.of("its name is a line of its own", with("preferred_username", "anna\nkafka")),
                Arguments.of("its name is empty", with("preferred_username", "")));
    }

    @ParameterizedTest(name = "a token is refused where {0}")
    @MethodSource("refused")
    void a_token_that_is_signed_and_not_for_this_is_refused(String why, Map<String, Object> claims) {
        assertRefused(ProviderProcess.signed(claims));
    }

    @Test
    void the_clocks_may_differ_by_a_minute_and_otherwise_the_same_token_holds() {
        long now = Instant.now().getEpochSecond();
        assertThat(session(ProviderProcess.signed(claims())).statusCode()).isEqualTo(200);
        assertThat(session(ProviderProcess.signed(with("exp", now - 20))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_name_cannot_be_that_of_a_local_user_or_a_stream() {
        for (String name : List.of("manager", "kafka", "system")) {
            assertThat(session(ProviderProcess.signed(with("preferred_username", name)))
                            .body())
                    .contains("\"actor\":\"oidc:" + name + "\"");
        }
    }

    @Test
    void a_token_that_nobody_signed_is_refused() {
        String header = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        String claims = encoded(JsonMapper.shared().writeValueAsString(claims()));
        assertRefused(header + "." + claims + ".");
        String[] parts = ProviderProcess.signed(claims()).split("[.]");
        assertRefused(parts[0] + "." + parts[1] + ".");
        assertRefused(parts[0] + "." + claims.replaceFirst(".$", "") + "." + parts[2]);
        assertRefused(header + "." + parts[1] + "." + parts[2]);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_key_that_is_not_the_providers_signs_nothing_though_it_has_its_name() throws Exception {
        RSAKey theirs = RSAKey.parse(ProviderProcess.key());
        RSAKey ours = new RSAKeyGenerator(2048).keyID(theirs.getKeyID()).generate();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(theirs.getKeyID())
                        .jwk(ours.toPublicJWK())
                        .type(JOSEObjectType.JWT)
                        .build(),
                JWTClaimsSet.parse(claims()));
        forged.sign(new RSASSASigner(ours));
        assertRefused(forged.serialize());
    }

    @Test
    void the_public_key_is_no_shared_secret() throws Exception {
        RSAKey theirs = RSAKey.parse(ProviderProcess.key());
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(theirs.getKeyID())
                        .build(),
                JWTClaimsSet.parse(claims()));
        forged.sign(new MACSigner(theirs.toRSAPublicKey().getEncoded()));
        assertRefused(forged.serialize());
    }

    @Test
    void a_token_counts_in_its_header_alone() {
        String token = ProviderProcess.tokenOf("screener.sefton");
        assertThat(Api.send(Api.at(port, "").anonymous("/api/session?access_token=" + token))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_new_key_of_the_provider_holds_at_once() {
        assertThat(session(ProviderProcess.tokenOf("screener.sefton")).statusCode())
                .isEqualTo(200);
        ProviderProcess.changeKey();
        assertThat(session(ProviderProcess.tokenOf("screener.sefton")).statusCode())
                .isEqualTo(200);
    }

    private void assertRefused(String token) {
        HttpResponse<String> answer = session(token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("urn:waymark:problem:unauthenticated");
    }

    private HttpResponse<String> session(String token) {
        return Api.send(Api.at(port, "").anonymous("/api/session").header("Authorization", "Bearer " + token));
    }

    private static Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>(IdentityProvider.claimsOf("screener.sefton"));
        claims.put("iss", ProviderProcess.ISSUER);
        claims.put("sub", "0f3c");
        claims.put("preferred_username", "anna");
        claims.put("aud", List.of(IdentityProvider.CLIENT));
        claims.put("exp", Instant.now().getEpochSecond() + 300);
        return claims;
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> claims = claims();
        claims.put(name, value);
        return claims;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> claims = claims();
        claims.remove(name);
        return claims;
    }
}
