package org.waymark.access.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The identity provider: where it is, and what it signs. It is asked for when somebody first signs in and not before, so
 * that this service starts, and serves whoever needs no sign-in, while the provider is away.
 */
final class Provider {

    /** Names it in the addresses of the sign-in. */
    static final String NAME = "waymark";

    private static final Set<JOSEObjectType> TOKENS = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private final OidcSettings settings;
    private final Supplier<String> address;
    private @Nullable Known known;

    /** What was found out about it. */
    private record Known(ClientRegistration registration, JwtDecoder tokens, JwtDecoder idTokens) {}

    /** @param address where browsers find this service, as far as it listens yet */
    Provider(OidcSettings settings, Supplier<String> address) {
        this.settings = settings;
        this.address = address;
    }

    /**
     * This service, as the provider knows it.
     *
     * @throws AuthenticationServiceException where the provider does not answer
     */
    ClientRegistration registration() {
        return known().registration();
    }

    /** Reads what machines send. */
    Jwt token(String token) {
        return known().tokens().decode(token);
    }

    /** Reads who has signed in. */
    JwtDecoder idTokens() {
        return known().idTokens();
    }

    private synchronized Known known() {
        if (known == null) {
            known = asked();
        }
        return known;
    }

    private Known asked() {
        try {
            ClientRegistration registration = registered();
            JWKSource<SecurityContext> keys = ProviderKeys.at(
                    String.valueOf(registration.getProviderDetails().getJwkSetUri()));
            NimbusJwtDecoder tokens = decoder(keys);
            tokens.setJwtValidator(new DelegatingOAuth2TokenValidator<>(ofMachines()));
            NimbusJwtDecoder idTokens = decoder(keys);
            OidcIdTokenValidator ofPeople = new OidcIdTokenValidator(registration);
            ofPeople.setClockSkew(settings.skew());
            idTokens.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(settings.skew()), ofPeople));
            return new Known(registration, tokens, idTokens);
        } catch (RuntimeException away) {
            LOG.error(
                    "The identity provider at {} cannot be asked who signs in: {}",
                    settings.issuer(),
                    away.getClass().getSimpleName());
            throw new AuthenticationServiceException("the identity provider cannot be reached", away);
        }
    }

    private ClientRegistration registered() {
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                .registrationId(NAME)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri(address.get() + "/login/oauth2/code/" + NAME)
                .scope(settings.scopes())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        if (settings.clientSecret().isEmpty()) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return builder.build();
    }

    /** Only by the algorithms that are allowed here, whatever a token or the provider says. */
    private NimbusJwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(allowed -> {
                    allowed.clear();
                    allowed.addAll(settings.algorithms());
                })
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(Provider::requireToken))
                .build();
    }

    /** Many providers do not say what it is. What says that it is something else is. */
    private static void requireToken(@Nullable JOSEObjectType type, @Nullable SecurityContext context)
            throws BadJOSEException {
        if (type != null && !TOKENS.contains(type)) {
            throw new BadJOSEException("it is no token of access");
        }
    }

    private List<OAuth2TokenValidator<Jwt>> ofMachines() {
        return List.of(
                new JwtTimestampValidator(settings.skew()),
                new JwtIssuerValidator(settings.issuer()),
                Must.be(
                        "it is made out to nobody here",
                        token -> token.getAudience() != null
                                && token.getAudience().contains(settings.audience())),
                // What never runs out could never be taken back.
                Must.be("it does not say until when it holds", token -> token.getExpiresAt() != null),
                // What a browser's sign-in is answered with may be made out to us, and is no key to our calls.
                Must.be(
                        "it answers a sign-in",
                        token -> token.getClaim("nonce") == null
                                && token.getClaim("at_hash") == null
                                && !"ID".equals(token.getClaims().get("typ"))),
                Must.be(
                        "it names nobody",
                        token -> settings.mapping().caller(token.getClaims()).isPresent()),
                Must.be("it has no subject", token -> token.hasClaim(JwtClaimNames.SUB)));
    }
}
